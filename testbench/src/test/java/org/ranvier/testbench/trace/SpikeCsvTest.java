package org.ranvier.testbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.packet.Packet;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;

class SpikeCsvTest {
    @TempDir
    private Path directory;

    /** What a listener of its own writes down, in the order in which it hears. */
    private static final class Listener implements FabricMonitor {
        private final Chip chip;
        private final List<String> rows = new ArrayList<>();

        Listener(final Chip chip) {
            this.chip = chip;
            chip.fabric().addMonitor(this);
        }

        @Override
        public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
            final String to = Arrays.stream(chip.fabric().destinations(route))
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining("+"));
            final String kind = chip.kinds().name(Packet.kind(packet));
            rows.add(cycle + "," + source + "," + to + "," + kind + "," + Packet.key(packet) + ","
                    + Packet.payload(packet));
        }

        @Override
        public void delivered(
                final long id, final int destination, final long injected, final long arrived, final int hops) {}
    }

    @ParameterizedTest
    @CsvSource({"2x3,CYCLE,1", "2x3,CYCLE,3", "2x3,IDEAL,1", "2x3,IDEAL,2", "cmesh1x2,CYCLE,2"})
    void shouldHoldEveryPacketOnceInOrder(final String mesh, final FabricKind fabric, final int threads) {
        final ChipSpec spec = Traced.spec(mesh, fabric, threads);
        final Chip chip = Traced.talking(spec);
        final Listener listener = new Listener(chip);
        final List<String> rows = rows(chip, spec, TraceWindow.ALL);

        assertThat(rows).first().isEqualTo("cycle,source,destination,kind,key,payload");
        assertThat(rows.subList(1, rows.size()))
                .hasSizeGreaterThan(100)
                .anyMatch(row -> row.contains("+"))
                .containsExactlyInAnyOrderElementsOf(listener.rows)
                .isSortedAccordingTo((a, b) -> Long.compare(cycle(a), cycle(b)));
    }

    @ParameterizedTest
    @CsvSource({"CYCLE", "IDEAL"})
    void shouldBeTheSameWithAnyNumberOfThreads(final FabricKind fabric) {
        final byte[] one = Traced.bytes(Traced.spec("2x3", fabric, 1), TraceWindow.ALL, directory.resolve("one.csv"));
        for (int threads = 2; threads <= 3; threads++) {
            assertThat(Traced.bytes(
                            Traced.spec("2x3", fabric, threads), TraceWindow.ALL, directory.resolve("more.csv")))
                    .isEqualTo(one);
        }
    }

    @Test
    void shouldShowAWindowOfCyclesAndCores() {
        final ChipSpec spec = Traced.spec("2x3", FabricKind.CYCLE, 1);
        final Chip chip = Traced.talking(spec);
        final int node = chip.cores().get(2).node();
        final List<String> all = rows(Traced.talking(spec), spec, TraceWindow.ALL);
        final List<String> some = rows(chip, spec, TraceWindow.of(200L, 400L, List.of(String.valueOf(node))));

        assertThat(some.subList(1, some.size()))
                .isNotEmpty()
                .isEqualTo(all.stream()
                        .skip(1)
                        .filter(row -> cycle(row) >= 200 && cycle(row) < 400)
                        .filter(row -> row.split(",")[1].equals("" + node)
                                || List.of(row.split(",")[2].split("\\+")).contains("" + node))
                        .toList());
    }

    private List<String> rows(final Chip chip, final ChipSpec spec, final TraceWindow window) {
        final byte[] bytes = Traced.bytes(chip, spec, window, directory.resolve("t.csv"), run -> run.runSample(4));
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    private static long cycle(final String row) {
        return Long.parseLong(row.substring(0, row.indexOf(',')));
    }
}
