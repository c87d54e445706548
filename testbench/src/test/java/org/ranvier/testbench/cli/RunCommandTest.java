package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String RELAY = """
            .on GO start
            .on DATA take
            start: p.send DATA, #1, pay
                   loop r1, #200, start
                   end
            take:  jmp take
            """;

    private static final String APP = """
            chip: {mesh: 2x1}
            ticks: 1
            cycle_limit: 5000
            cores:
              - {name: a, program: p.asm}
              - {name: b, program: p.asm}
            routes: [{from: a, kind: DATA, to: b}]
            stimulus: {spikes: [{tick: 0, kind: GO, key: 0, to: a}]}
            """;

    private static final String COUNTER = """
            .mem n s16 [2]
            .on PHASE0 tick
            tick: v.add n, n, #1
                  p.send OUT, #1, #5
                  bar
            """;

    private static final String COUNT_APP = """
            chip: {mesh: 2x1}
            ticks: 3
            samples: 2
            seed: 9
            cores: [{name: c, program: p.asm, node: 1}]
            routes: [{from: c, kind: OUT, to: host}]
            probes: [{core: c, region: n, out: n.csv}]
            """;

    @TempDir
    private Path directory;

    @Test
    void shouldWriteEveryFigureWhenADirectoryIsGiven() throws IOException {
        write("p.asm", COUNTER);
        write("app.yaml", COUNT_APP);
        final Path out = directory.resolve("made").resolve("here");

        final CliRun run = run("--out", out.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        final JsonNode summary =
                new ObjectMapper().readTree(out.resolve("summary.json").toFile());
        assertThat(summary.get("app").asText())
                .isEqualTo(directory.getFileName().toString());
        assertThat(summary.get("seed").asLong()).isEqualTo(9);
        assertThat(summary.get("samples").asInt()).isEqualTo(2);
        assertThat(summary.get("ticks").asInt()).isEqualTo(3);
        assertThat(summary.get("cycles").asLong()).isPositive();
        assertThat(summary.at("/packets/host_received").asInt()).isEqualTo(6);
        assertThat(summary.at("/packets/cores_sent").asInt()).isEqualTo(6);
        assertThat(summary.at("/cores/0/name").asText()).isEqualTo("c");
        assertThat(summary.at("/cores/0/node").asInt()).isEqualTo(1);
        // A handler takes 4 cycles of dispatch, 2 of v.add, 1 and 1 of p.send, 1 of bar: 9 cycles, six times.
        assertThat(summary.at("/cores/0/busy").asInt()).isEqualTo(54);
        assertThat(summary.at("/energy_j/total").asDouble()).isPositive();
        assertThat(summary.at("/energy_j/unpriced_events")).isEmpty();
        assertThat(Files.readString(out.resolve("n.csv")))
                .isEqualTo("sample,tick,0,1\n0,0,1,1\n0,1,2,2\n0,2,3,3\n1,0,4,4\n1,1,5,5\n1,2,6,6\n");
        assertThat(Files.readAllLines(out.resolve("host.csv"))).hasSize(7);
        assertThat(run.out()).contains("2 x 3 ticks", "6 to the host");
    }

    @Test
    void shouldTakeSeedAndSamplesFromTheCommandLineWhenGiven() throws IOException {
        write("p.asm", COUNTER);
        write("app.yaml", COUNT_APP);

        final CliRun run = run("--out", directory.toString(), "--seed", "77", "--samples", "1");

        assertThat(run.code()).isZero();
        final JsonNode summary =
                new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
        assertThat(summary.get("seed").asLong()).isEqualTo(77);
        assertThat(summary.get("samples").asInt()).isEqualTo(1);
    }

    @Test
    void shouldNameTheBlockedPortsWhenTheChipDoesNotGetOn() throws IOException {
        write("p.asm", RELAY);
        write("app.yaml", APP);

        final CliRun run = run("--out", directory.resolve("out").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err())
                .contains("more than 5000 cycles", "core[0] (", "blocked, out-queue full", "core[1] (", "port blocked");
        assertThat(directory.resolve("out")).isEmptyDirectory();
    }

    @Test
    void shouldSayThatNothingMovesWhenACoreNeverArrives() throws IOException {
        write("p.asm", ".on PHASE0 tick\ntick: end\n");
        write("app.yaml", "ticks: 1\ncores: [{name: a, program: p.asm}]\n");

        final CliRun run = run();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("no progress", "core[0]").hasLineCount(1);
    }

    @Test
    void shouldRefuseWithOneLineWhenInputIsWrong() throws IOException {
        write("p.asm", "tick: v.ad n\n");
        write("app.yaml", COUNT_APP);
        assertRefused("p.asm:1:7: ");
        write("app.yaml", "tikcs: 1\n");
        assertRefused("app.yaml:1: tikcs: unknown key");
        write("app.yaml", "");
        assertRefused("app.yaml: is empty");
        write("p.asm", COUNTER);
        write("app.yaml", COUNT_APP);
        assertRefused("--samples: 0 is not allowed", "--samples", "0");
        assertRefused("--seed", "--seed", "x");
        assertRefused("energy profile", "--profile", "free");
        write("file", "");
        assertRefused("--out", "--out", directory.resolve("file").toString());
        assertThat(CliRun.of("run", directory.resolve("none.yaml").toString()).code())
                .isEqualTo(2);
        assertThat(CliRun.of("run").code()).isEqualTo(2);
    }

    private void assertRefused(final String message, final String... options) {
        final CliRun run = run(options);
        assertThat(run.err()).contains(message).hasLineCount(1);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private CliRun run(final String... options) {
        final String[] args = new String[options.length + 2];
        args[0] = "run";
        args[1] = directory.resolve("app.yaml").toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return CliRun.of(args);
    }

    private void write(final String name, final String text) throws IOException {
        Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8);
    }
}
