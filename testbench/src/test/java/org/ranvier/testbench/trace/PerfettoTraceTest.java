package org.ranvier.testbench.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
import org.ranvier.testbench.energy.EnergyReport;
import org.ranvier.testbench.trace.PerfettoReader.Slice;
import org.ranvier.testbench.trace.PerfettoReader.Track;

class PerfettoTraceTest {
    private static final Set<String> STALLS = Set.of("array stall", "send stall");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"2x3,CYCLE,1", "2x3,CYCLE,2", "2x3,IDEAL,2", "cmesh1x2,CYCLE,1"})
    void shouldAddUpToTheLedgersCycles(final String mesh, final FabricKind fabric, final int threads) {
        final ChipSpec spec = Traced.spec(mesh, fabric, threads);
        final Chip chip = Traced.talking(spec);
        assertActivity(chip, trace(chip, spec, TraceWindow.ALL));
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void shouldAddUpOnCoresWithCrossbars(final int threads) {
        final SsnnBpChip learning = Traced.learning(threads);
        final PerfettoReader trace = traceLearning(learning, ChipSpec.DEFAULT.withThreads(threads));

        assertActivity(learning.chip(), trace);
        assertThat(learning.chip().cores()).anyMatch(core -> core.activity().arrayStall() > 0);
        final List<Track> arrays = trace.tracks().stream()
                .filter(track -> track.name().equals("array"))
                .toList();
        assertThat(arrays).hasSize(2).allSatisfy(array -> {
            assertThat(array.slices()).extracting(Slice::name).contains("a.fwd", "a.pulse");
            assertThat(overlaps(array)).isFalse();
        });
    }

    private static boolean overlaps(final Track track) {
        return IntStream.range(1, track.slices().size())
                .anyMatch(i -> track.slices().get(i).begin()
                        < track.slices().get(i - 1).end());
    }

    private static void assertActivity(final Chip chip, final PerfettoReader trace) {
        for (final Core core : chip.cores()) {
            final Track sequencer = trace.track(group(core), "sequencer");
            assertThat(overlaps(sequencer)).isFalse();
            assertThat(cycles(sequencer, name -> !STALLS.contains(name)))
                    .isEqualTo(core.activity().busy());
            assertThat(cycles(sequencer, "array stall"::equals))
                    .isEqualTo(core.activity().arrayStall());
            assertThat(cycles(sequencer, "send stall"::equals))
                    .isEqualTo(core.activity().sendStall());
            assertThat(cycles(trace.track(group(core), "barrier"), "barrier"::equals))
                    .isEqualTo(core.activity().barrierWait());
            assertInstructions(core, sequencer);
        }
    }

    /** A slice per execution, with the instruction's name, address, line and phase. */
    private static void assertInstructions(final Core core, final Track sequencer) {
        final Map<Long, Long> executions = new HashMap<>();
        for (final Slice slice : sequencer.slices()) {
            assertThat(slice.arguments().get("cycles")).isEqualTo(slice.length());
            if (slice.arguments().containsKey("line") && !slice.arguments().containsKey("packets")) {
                final long address = (Long) slice.arguments().get("address");
                executions.merge(address, 1L, Long::sum);
                assertThat(slice.name())
                        .isEqualTo(
                                core.program().instruction((int) address).op().mnemonic());
                assertThat(slice.arguments().get("line"))
                        .isEqualTo((long) core.program().lines()[(int) address]);
                assertThat(slice.arguments().get("phase"))
                        .isEqualTo(core.program().phases()[(int) address].label());
            }
        }
        for (int address = 0; address < core.program().words().length; address++) {
            assertThat(executions.getOrDefault((long) address, 0L)).isEqualTo(core.executions(address));
        }
    }

    private static String group(final Core core) {
        return core.path() + " " + core.program().name();
    }

    private static long cycles(final Track track, final Predicate<String> names) {
        return track.slices().stream()
                .filter(slice -> names.test(slice.name()))
                .mapToLong(Slice::length)
                .sum();
    }

    @Test
    void shouldAddUpInAWindow() {
        final ChipSpec spec = Traced.spec("2x3", FabricKind.CYCLE, 1);
        final PerfettoReader whole = trace(Traced.talking(spec), spec, TraceWindow.ALL);
        final Chip chip = Traced.talking(spec);
        final PerfettoReader part = trace(chip, spec, TraceWindow.of(123L, 456L, List.of()));

        for (final Core core : chip.cores()) {
            for (final String name : List.of("sequencer", "barrier", "receive unit")) {
                final long expected = whole.track(group(core), name).slices().stream()
                        .mapToLong(slice -> Math.max(0, Math.min(456, slice.end()) - Math.max(123, slice.begin())))
                        .sum();
                assertThat(cycles(part.track(group(core), name), any -> true)).isEqualTo(expected);
            }
        }
    }

    /** Arrows as a listener of its own sees packets: from (cycle queued, node) to (cycle delivered, node). */
    private static final class Arrows implements FabricMonitor {
        private final Map<Long, String> queued = new HashMap<>();
        private final Set<String> arrows = new HashSet<>();

        @Override
        public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
            queued.put(id, cycle + "@" + source);
        }

        @Override
        public void delivered(
                final long id, final int destination, final long injected, final long arrived, final int hops) {
            arrows.add(queued.get(id) + ">" + arrived + "@" + destination);
        }
    }

    @ParameterizedTest
    @CsvSource({"2x3,CYCLE", "2x3,IDEAL", "cmesh1x2,CYCLE"})
    void shouldDrawAnArrowFromEveryPacketToEveryArrival(final String mesh, final FabricKind fabric) {
        final ChipSpec spec = Traced.spec(mesh, fabric, 1);
        final Chip chip = Traced.talking(spec);
        final Arrows expected = new Arrows();
        chip.fabric().addMonitor(expected);
        final PerfettoReader trace = trace(chip, spec, TraceWindow.ALL);

        final Map<Object, String> begins = new HashMap<>();
        final Set<String> arrows = new HashSet<>();
        for (final Track track : trace.tracks()) {
            for (final Slice slice : track.slices()) {
                slice.flows()
                        .forEach(flow -> assertThat(begins.put(flow, slice.begin() + "@" + node(track, chip)))
                                .isNull());
            }
        }
        for (final Track track : trace.tracks()) {
            for (final Slice slice : track.slices()) {
                slice.ended()
                        .forEach(flow -> arrows.add(begins.get(flow) + ">" + slice.begin() + "@" + node(track, chip)));
            }
        }
        assertThat(arrows).hasSizeGreaterThan(100).isEqualTo(expected.arrows);
        assertThat(begins).hasSameSizeAs(arrows);
    }

    private static int node(final Track track, final Chip chip) {
        final int number = Integer.parseInt(track.group().replaceAll("^\\w+\\[([0-9]+)].*", "$1"));
        return track.group().startsWith("host") ? chip.host().node() + number : number;
    }

    @Test
    void shouldCountWhatTheWaveformsShow() {
        final ChipSpec spec = Traced.spec("2x3", FabricKind.CYCLE, 1);
        final Chip chip = Traced.talking(spec);
        final PerfettoReader trace = trace(chip, spec, TraceWindow.ALL);
        final VcdParser vcd = new VcdParser(Traced.bytes(spec, TraceWindow.ALL, directory.resolve("t.vcd")));

        for (final Core core : chip.cores()) {
            for (final String queue : List.of("in-queue", "event queue", "out-queue")) {
                final String signal = "chip.core_" + core.node() + "." + queue.replaceAll("[- ]", "_");
                assertThat(trace.track(group(core), queue).values()).isEqualTo(changes(vcd.signal(signal)));
            }
        }
        assertThat(trace.tracks().stream().filter(track -> !track.values().isEmpty()))
                .extracting(Track::name)
                .contains("in-queue", "event queue", "out-queue", "buffer local");
        for (int router = 0; router < spec.mesh().routers(); router++) {
            assertThat(trace.track("router[" + router + "]", "buffer local").values())
                    .isEqualTo(changes(vcd.signal("chip.router_" + router + ".buffer_local")));
        }
    }

    private static Map<Long, Number> changes(final VcdParser.Signal signal) {
        final Map<Long, Number> changes = new TreeMap<>();
        signal.changes.forEach(change -> changes.put(change.time(), Long.parseLong(change.value(), 2)));
        // A counter begins with its first change, a signal with its first value.
        changes.remove(0L, 0L);
        return changes;
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void shouldShowThePowerOfEveryPart(final int threads) {
        final SsnnBpChip learning = Traced.learning(threads);
        final ChipSpec spec = ChipSpec.DEFAULT.withThreads(threads);
        final PerfettoReader trace = traceLearning(learning, spec);
        final Chip chip = learning.chip();
        final EnergyReport report = EnergyReport.of(
                chip.ledger(),
                Traced.PROFILE,
                chip.cycle() / spec.clockHz(),
                chip.cores().size(),
                spec.mesh().routers());

        report.byComponent().forEach((part, joules) -> {
            final Track power = trace.track("chip", "power " + part);
            double sum = 0;
            long last = chip.cycle();
            for (final Map.Entry<Long, Number> value :
                    new TreeMap<>(power.values()).descendingMap().entrySet()) {
                sum += value.getValue().doubleValue() * (last - value.getKey()) / spec.clockHz();
                last = value.getKey();
            }
            assertThat(power.values()).hasSizeGreaterThan(10);
            assertThat(sum).as(part).isCloseTo(joules, within(joules * 1e-9 + 1e-18));
        });
    }

    @ParameterizedTest
    @CsvSource({"CYCLE", "IDEAL"})
    void shouldBeTheSameWithAnyNumberOfThreads(final FabricKind fabric) {
        final TraceWindow window = TraceWindow.of(150L, 900L, List.of());
        final byte[] one = Traced.bytes(Traced.spec("2x3", fabric, 1), window, directory.resolve("one.perfetto-trace"));
        for (int threads = 2; threads <= 3; threads++) {
            assertThat(Traced.bytes(
                            Traced.spec("2x3", fabric, threads), window, directory.resolve("more.perfetto-trace")))
                    .isEqualTo(one);
        }
    }

    @ParameterizedTest
    @CsvSource({"1e9,7,7", "2e8,7,35", "3e9,7,2", "5e8,1000000001,2000000002"})
    void shouldTellTimeInNanoseconds(final double hertz, final long cycle, final long time) {
        assertThat(new PerfettoTime(hertz).of(cycle)).isEqualTo(time);
    }

    private PerfettoReader traceLearning(final SsnnBpChip chip, final ChipSpec spec) {
        return new PerfettoReader(Traced.bytes(
                chip.chip(), spec, TraceWindow.ALL, directory.resolve("t.perfetto-trace"), run -> Traced.learn(chip)));
    }

    private PerfettoReader trace(final Chip chip, final ChipSpec spec, final TraceWindow window) {
        return new PerfettoReader(Traced.bytes(chip, spec, window, directory.resolve("t.perfetto-trace"), run -> {
            run.runSample(4);
            run.runSample(3);
        }));
    }
}
