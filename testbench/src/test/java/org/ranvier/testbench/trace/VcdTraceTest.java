package org.ranvier.testbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.testbench.trace.VcdParser.Change;
import org.ranvier.testbench.trace.VcdParser.Signal;

class VcdTraceTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"2x3,CYCLE,1", "2x3,CYCLE,2", "2x3,IDEAL,2", "cmesh1x2,CYCLE,1"})
    void shouldAddUpToTheActivityOfEveryCore(final String mesh, final FabricKind fabric, final int threads) {
        final ChipSpec spec = Traced.spec(mesh, fabric, threads);
        final Chip chip = Traced.talking(spec);
        assertActivity(chip, trace(chip, spec, TraceWindow.ALL));
        assertThat(chip.cores()).anyMatch(core -> core.activity().sendStall() > 0 || fabric == FabricKind.IDEAL);
    }

    @Test
    void shouldAddUpOnCoresWithCrossbars() {
        final SsnnBpChip learning = Traced.learning(1);
        final byte[] bytes = Traced.bytes(
                learning.chip(),
                ChipSpec.DEFAULT,
                TraceWindow.ALL,
                directory.resolve("t.vcd"),
                chip -> Traced.learn(learning));
        final VcdParser vcd = new VcdParser(bytes);

        assertActivity(learning.chip(), vcd);
        assertThat(learning.chip().cores()).anyMatch(core -> core.activity().arrayStall() > 0);
        assertThat(learning.chip().cores())
                .anyMatch(core -> time(vcd.signal(name(core, "array_busy")), vcd, 1)
                        > core.activity().arrayStall());
    }

    private static void assertActivity(final Chip chip, final VcdParser vcd) {
        for (final Core core : chip.cores()) {
            final Signal state = vcd.signal(name(core, "state"));
            final long busy = time(state, vcd, 1) + time(state, vcd, 2) + time(state, vcd, 3);
            assertThat(busy).isEqualTo(core.activity().busy());
            assertThat(time(state, vcd, 4)).isEqualTo(core.activity().arrayStall());
            assertThat(time(state, vcd, 5)).isEqualTo(core.activity().sendStall());
            assertThat(time(vcd.signal(name(core, "barrier")), vcd, 1))
                    .isEqualTo(core.activity().barrierWait());
        }
    }

    private static String name(final Core core, final String signal) {
        return "chip.core_" + core.node() + "." + signal;
    }

    /** Time during which a signal has a value. */
    private static long time(final Signal signal, final VcdParser vcd, final long value) {
        long sum = 0;
        for (int i = 0; i < signal.changes.size(); i++) {
            final Change change = signal.changes.get(i);
            final long until =
                    i + 1 < signal.changes.size() ? signal.changes.get(i + 1).time() : vcd.end();
            if (!change.value().contains("x") && Long.parseUnsignedLong(change.value(), 2) == value) {
                sum += until - change.time();
            }
        }
        return sum;
    }

    /** What a listener of its own counts. */
    private static final class Counts implements FabricMonitor {
        private final Map<String, TreeMap<Long, Integer>> changes = new TreeMap<>();

        @Override
        public boolean seesFlits() {
            return true;
        }

        @Override
        public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
            add("out" + source, cycle, 1);
        }

        @Override
        public void delivered(
                final long id, final int destination, final long injected, final long arrived, final int hops) {}

        @Override
        public void injected(final long id, final int source, final boolean last, final long cycle) {
            add("out" + source, cycle, -1);
        }

        @Override
        public void buffered(final int router, final int port, final int change, final long cycle) {
            add("buffer" + router + "," + port, cycle, change);
        }

        @Override
        public void passed(final long id, final int router, final int port, final long cycle) {
            add("link" + router + "," + port, cycle, 1);
            add("link" + router + "," + port, cycle + 1, -1);
        }

        private void add(final String name, final long cycle, final int change) {
            changes.computeIfAbsent(name, key -> new TreeMap<>()).merge(cycle, change, Integer::sum);
        }

        long at(final String name, final long cycle) {
            return changes.getOrDefault(name, new TreeMap<>()).headMap(cycle, true).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
    }

    @ParameterizedTest
    @CsvSource({"2x3,0", "2x3,333", "cmesh1x2,200"})
    void shouldShowQueuesBuffersAndLinksInAnyWindow(final String mesh, final long from) {
        final ChipSpec spec = Traced.spec(mesh, FabricKind.CYCLE, 1);
        final Chip chip = Traced.talking(spec);
        final Counts counts = new Counts();
        chip.fabric().addMonitor(counts);
        final VcdParser vcd = trace(chip, spec, TraceWindow.of(from, null, List.of()));
        final VcdParser whole = trace(Traced.talking(spec), spec, TraceWindow.ALL);

        for (long cycle = from; cycle < from + 200; cycle += 11) {
            for (int router = 0; router < spec.mesh().routers(); router++) {
                for (int port = 0; port < spec.mesh().ports(); port++) {
                    if (PortNames.exists(spec.mesh(), router, port)) {
                        final String name = PortNames.of(spec.mesh(), router, port);
                        final String scope = "chip.router_" + router + ".";
                        assertThat(vcd.signal(scope + "buffer_" + name).at(cycle))
                                .isEqualTo(counts.at("buffer" + router + "," + port, cycle));
                        assertThat(vcd.signal(scope + "link_" + name).at(cycle))
                                .isEqualTo(counts.at("link" + router + "," + port, cycle));
                    }
                }
            }
            for (final Core core : chip.cores()) {
                assertThat(vcd.signal(name(core, "out_queue")).at(cycle))
                        .isEqualTo(counts.at("out" + core.node(), cycle));
            }
            for (final Map.Entry<String, Signal> signal : vcd.signals().entrySet()) {
                assertThat(signal.getValue().at(cycle))
                        .as(signal.getKey() + " at " + cycle)
                        .isEqualTo(whole.signal(signal.getKey()).at(cycle));
            }
        }
    }

    @Test
    void shouldEmptyItsQueuesAndNeverExceedThem() {
        final ChipSpec spec = Traced.spec("2x3", FabricKind.CYCLE, 1);
        final VcdParser vcd = trace(Traced.talking(spec), spec, TraceWindow.ALL);

        vcd.signals().forEach((name, signal) -> {
            if (name.matches(".*(_queue|buffer_.*)")) {
                assertThat(signal.at(vcd.end())).as(name).isZero();
                signal.changes.forEach(change -> assertThat(Integer.parseInt(change.value(), 2))
                        .as(name)
                        .isLessThanOrEqualTo(name.contains("event") ? 64 : 3));
            }
        });
        assertThat(vcd.signals().entrySet())
                .anyMatch(entry -> entry.getKey().endsWith(".in_queue")
                        && entry.getValue().changes.size() > 1)
                .anyMatch(entry -> entry.getKey().endsWith(".event_queue")
                        && entry.getValue().changes.size() > 1);
    }

    @ParameterizedTest
    @CsvSource({"CYCLE", "IDEAL"})
    void shouldBeTheSameWithAnyNumberOfThreads(final FabricKind fabric) {
        final TraceWindow window = TraceWindow.of(150L, 900L, List.of());
        final byte[] one = Traced.bytes(Traced.spec("2x3", fabric, 1), window, directory.resolve("one.vcd"));
        for (int threads = 2; threads <= 3; threads++) {
            assertThat(Traced.bytes(Traced.spec("2x3", fabric, threads), window, directory.resolve("more.vcd")))
                    .isEqualTo(one);
        }
    }

    @Test
    void shouldShowTheCoresAskedForWithTheirRouters() {
        final ChipSpec spec = Traced.spec("2x3", FabricKind.CYCLE, 1);
        final Chip chip = Traced.talking(spec);
        final int node = chip.cores().get(1).node();
        final VcdParser vcd = trace(chip, spec, TraceWindow.of(0L, null, List.of("" + node)));

        assertThat(vcd.signals().keySet())
                .isNotEmpty()
                .allMatch(name ->
                        name.startsWith("chip.core_" + node + ".") || name.startsWith("chip.router_" + node + "."));
        assertThat(vcd.signal(name(chip.cores().get(1), "state")).changes).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({
        "1e9,1 ns,1",
        "2e8,1 ns,5",
        "1e8,10 ns,1",
        "1e12,1 ps,1",
        "4e9,10 ps,25",
        "3e9,1 fs,333333",
        "1,1 s,1",
        "1e3,1 ms,1",
        "1.25e6,100 ns,8"
    })
    void shouldChooseATimescaleOfWhichACycleIsAWholeNumber(final double hertz, final String scale, final long one) {
        final VcdTime time = new VcdTime(hertz);

        assertThat(time.scale()).isEqualTo(scale);
        assertThat(time.of(1)).isEqualTo(one);
        assertThat(time.of(3_000_000)).isBetween(3_000_000 * one, 3_000_000 * (one + 1));
    }

    private VcdParser trace(final Chip chip, final ChipSpec spec, final TraceWindow window) {
        return new VcdParser(Traced.bytes(chip, spec, window, directory.resolve("t.vcd"), run -> {
            run.runSample(4);
            run.runSample(3);
        }));
    }
}
