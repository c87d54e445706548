package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NocCommandTest {
    @TempDir
    private Path directory;

    @Test
    void shouldPrintTheSumsOfTheOracleWhenATraceIsReplayed() throws IOException {
        final Path trace = trace("time,src,dst,size\n0,0,15,1\n");
        final Path out = directory.resolve("arrivals.csv");

        final CliRun run = CliRun.of(
                "noc",
                "replay",
                "--trace",
                trace.toString(),
                "--config",
                "c1",
                "--mesh",
                "4x4",
                "--out",
                out.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        final JsonNode summary = new ObjectMapper().readTree(run.out());
        assertThat(summary.fieldNames())
                .toIterable()
                .containsExactly(
                        "packets",
                        "last_cycle",
                        "sum_packet_latency",
                        "sum_network_latency",
                        "max_packet_latency",
                        "hash_hex");
        assertThat(summary.get("packets").asInt()).isEqualTo(1);
        // Seven routers of five cycles and two: BookSim2's zero-load latency.
        assertThat(summary.get("last_cycle").asInt()).isEqualTo(37);
        assertThat(summary.get("sum_packet_latency").asInt()).isEqualTo(37);
        assertThat(Files.readAllLines(out))
                .containsExactly("id,src,dst,size,ctime,itime,atime_head,atime_tail,hops", "0,0,15,1,0,0,37,37,7");
    }

    @Test
    void shouldPrintATableWhenLoadsAreSwept() throws IOException {
        final Path out = directory.resolve("sweep.csv");
        final CliRun run = CliRun.of(
                "noc",
                "sweep",
                "--mesh",
                "4x4",
                "--config",
                "c1",
                "--traffic",
                "hotspot",
                "--nodes",
                "5,6,9,10",
                "--rates",
                "0.05,0.6",
                "--warm-up",
                "500",
                "--window",
                "3000",
                "--out",
                out.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(Files.readString(out)).isEqualTo(run.out());
        final String[] lines = run.out().split("\n");
        assertThat(lines[0])
                .isEqualTo("mesh,config,traffic,rate_flits_node_cycle,seed,stable,avg_packet_latency,"
                        + "avg_network_latency,avg_hops_routers,accepted_flit_rate,max_packet_latency,packets");
        assertThat(lines[1]).matches("4x4,c1,hotspot:5\\+6\\+9\\+10,0\\.05,1,1,18\\.\\d{4},.*");
        assertThat(lines[2]).matches("4x4,c1,hotspot:5\\+6\\+9\\+10,0\\.6,1,0,nan,nan,nan,0\\.\\d{6},nan,\\d+");
        assertThat(lines).hasSize(3);
    }

    @Test
    void shouldRefuseWithOneLineWhenInputIsWrong() throws IOException {
        final String trace = trace("time,src,dst,size\n0,0,99,1\n").toString();
        final String none = directory.resolve("none.csv").toString();
        final String nowhere = directory.resolve("no").resolve("a.csv").toString();
        assertRefused("t.csv:2: dst", "noc", "replay", "--trace", trace, "--config", "c1", "--mesh", "4x4");
        assertRefused("none.csv: cannot be read", "noc", "replay", "--trace", none, "--config", "c1", "--mesh", "4x4");
        assertRefused("mesh: 0x4", "noc", "replay", "--trace", trace, "--config", "c1", "--mesh", "0x4");
        assertRefused("z9 is not allowed", "noc", "replay", "--trace", trace, "--config", "z9", "--mesh", "4x4");
        assertRefused("--mesh", "noc", "replay", "--trace", trace, "--config", "c1");
        assertRefused("--out", "noc", "replay", "--trace", trace, "--config", "c1", "--mesh", "4x4", "--out", nowhere);
        assertRefused("replay or sweep is missing", "noc");
        assertSweepRefused("--traffic: hotspot needs --nodes", "hotspot", "0.1");
        assertSweepRefused("--nodes: belongs to", "uniform", "0.1", "--nodes", "3");
        assertSweepRefused("hotspot: 16 is not allowed, expected 0..15", "hotspot", "0.1", "--nodes", "16");
        assertSweepRefused("traffic: storm", "storm", "0.1");
        assertSweepRefused("--rates: 1.5 is not allowed", "uniform", "0.1,1.5");
        assertSweepRefused("--rates: NaN is not allowed", "uniform", "NaN");
        assertSweepRefused("--rates", "uniform", "x");
        assertSweepRefused("window: 0 is not allowed", "uniform", "0.1", "--window", "0");
    }

    private void assertSweepRefused(
            final String message, final String traffic, final String rates, final String... more) {
        final String[] args = new String[10 + more.length];
        final String[] fixed = {
            "noc", "sweep", "--mesh", "4x4", "--config", "c1", "--traffic", traffic, "--rates", rates
        };
        System.arraycopy(fixed, 0, args, 0, 10);
        System.arraycopy(more, 0, args, 10, more.length);
        assertRefused(message, args);
    }

    private static void assertRefused(final String message, final String... args) {
        final CliRun run = CliRun.of(args);
        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private Path trace(final String text) throws IOException {
        return Files.writeString(directory.resolve("t.csv"), text);
    }
}
