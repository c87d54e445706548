package org.ranvier.testbench.noc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ranvier.core.parallel.RoundRunner;
import org.ranvier.core.parallel.Threads;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.parts.CycleNetwork;

/** Every packet of every trace has the times that BookSim2 (28f4329) gave it. */
class BookSimReplayTest {
    static Stream<String> hashRows() throws IOException {
        return lines("expected_hash.csv").stream().skip(1);
    }

    static Stream<String> smallRows() throws IOException {
        return hashRows().filter(row -> row.matches("t0[1-8]_.*"));
    }

    @ParameterizedTest
    @MethodSource("hashRows")
    void shouldReproduceBookSimWhenTraceIsReplayed(final String row) throws IOException {
        assertThat(actual(row, false, 1, RoundRunner.IN_TURN)).isEqualTo(row);
    }

    @ParameterizedTest
    @MethodSource("hashRows")
    void shouldReproduceBookSimWhenEveryPacketIsATreeOfOneLeaf(final String row) throws IOException {
        assertThat(actual(row, true, 1, RoundRunner.IN_TURN)).isEqualTo(row);
    }

    /** Two, three or four parts, one after the other by the same thread. */
    @ParameterizedTest
    @MethodSource("hashRows")
    void shouldReproduceBookSimWhenTheNetworkIsInParts(final String row) throws IOException {
        final int parts = 2 + Math.floorMod(row.hashCode(), 3);
        assertThat(actual(row, false, parts, RoundRunner.IN_TURN)).isEqualTo(row);
        assertThat(actual(row, true, parts, RoundRunner.IN_TURN)).isEqualTo(row);
    }

    @ParameterizedTest
    @MethodSource("smallRows")
    void shouldReproduceBookSimWhenThreadsShareTheNetwork(final String row) throws IOException {
        assertThat(actual(row, false, 2, new Threads())).isEqualTo(row);
        assertThat(actual(row, true, 3, new Threads())).isEqualTo(row);
    }

    @ParameterizedTest
    @MethodSource("smallRows")
    void shouldReproduceEveryPacketWhenTraceIsSmall(final String row) throws IOException {
        final String[] fields = row.split(",");
        assertThat(replay(fields[0], fields[1], false, 1, RoundRunner.IN_TURN).csvLines())
                .containsExactlyInAnyOrderElementsOf(lines("expected/" + fields[0] + "__" + fields[1] + ".csv"));
    }

    @Test
    void shouldCoverAllRowsOfTheOracle() throws IOException {
        assertThat(hashRows()).hasSize(126);
    }

    private static String actual(final String row, final boolean asTrees, final int parts, final RoundRunner runner)
            throws IOException {
        final String[] fields = row.split(",");
        final ReplayResult.Summary summary =
                replay(fields[0], fields[1], asTrees, parts, runner).summary();
        return String.join(
                ",",
                fields[0],
                fields[1],
                Long.toString(summary.packets()),
                Long.toString(summary.lastCycle()),
                Long.toString(summary.sumPacketLatency()),
                Long.toString(summary.sumNetworkLatency()),
                Long.toString(summary.maxPacketLatency()),
                summary.hashHex());
    }

    private static ReplayResult replay(
            final String trace, final String config, final boolean asTrees, final int parts, final RoundRunner runner)
            throws IOException {
        final String size = trace.substring(trace.lastIndexOf('_') + 1);
        final MeshSpec mesh = MeshSpec.parse(size.startsWith("cm") ? "cmesh" + size.substring(2) : size);
        try (BufferedReader reader = open("traces/" + trace + ".csv")) {
            final PacketTrace packets = PacketTrace.read(trace, reader);
            final FabricSpec spec = FabricSpec.lossless(mesh, RouterConfig.load(config), FabricSpec.UNBOUNDED);
            return TraceReplay.run(new CycleNetwork(spec, parts, runner), packets, asTrees);
        }
    }

    static List<String> lines(final String resource) throws IOException {
        try (BufferedReader reader = open(resource)) {
            return reader.lines().collect(Collectors.toList());
        }
    }

    static BufferedReader open(final String resource) {
        return new BufferedReader(
                new InputStreamReader(BookSimReplayTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8));
    }
}
