package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --trace} on the commands that run chips. */
class TraceOptionsTest {
    private static final String APP = """
            chip: {mesh: 1x2}
            ticks: 3
            samples: 2
            cycle_limit: 5000
            cores:
              - {name: a, program: a.asm}
            routes:
              - {from: a, kind: SPK, to: host}
            """;
    private static final String PROGRAM = """
            .mem  f bit [8]
            .on   PHASE0 tick
            tick: b.fill f, #1
                  p.each SPK, f
                  bar
            """;

    @TempDir
    private Path directory;

    private Path app;

    @BeforeEach
    void write() throws IOException {
        app = Files.writeString(directory.resolve("app.yaml"), APP);
        Files.writeString(directory.resolve("a.asm"), PROGRAM);
    }

    @Test
    void shouldTraceARun() throws IOException {
        final CliRun run = run("--trace " + file("spikes.csv"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readAllLines(file("spikes.csv"))).hasSize(1 + 2 * 3 * 8);
    }

    @Test
    void shouldNotChangeWhatARunPrints() {
        assertThat(run("--trace " + file("spikes.csv")).out()).isEqualTo(run("").out());
    }

    @Test
    void shouldTraceEveryChipOfACommand() throws IOException {
        final Path data = TinyImages.write(Files.createDirectory(directory.resolve("data")), 3);
        final CliRun run = CliRun.line("train ssnn-bp --hidden 4 --epochs 1 --seed 1,2 --data-dir " + data + " --out "
                + file("out") + " --trace " + file("t.csv"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(file("t.csv")).isNotEmptyFile();
        assertThat(file("t-2.csv")).isNotEmptyFile();
    }

    @Test
    void shouldTraceEveryRateOfASweepWithAnyNumberOfThreads() throws IOException {
        for (int threads = 1; threads <= 2; threads++) {
            final CliRun run = CliRun.line("noc sweep --mesh 2x4 --config c4 --traffic uniform --rates 0.1,0.2"
                    + " --warm-up 50 --window 200 --threads " + threads + " --trace-from 20 --trace "
                    + file("t" + threads)
                    + ".vcd --trace " + file("t" + threads) + ".perfetto-trace --trace " + file("t" + threads)
                    + ".csv");
            assertThat(run.code()).as(run.err()).isZero();
        }

        for (final String end : List.of(".vcd", ".perfetto-trace", ".csv", "-2.vcd", "-2.perfetto-trace", "-2.csv")) {
            assertThat(file("t2" + end)).hasSameBinaryContentAs(file("t1" + end));
            assertThat(Files.size(file("t1" + end))).isGreaterThan(1000);
        }
    }

    @Test
    void shouldLeaveNothingOfARunThatFails() throws IOException {
        Files.writeString(directory.resolve("a.asm"), PROGRAM.replace("bar", "jmp tick"));
        final CliRun run = run("--trace " + file("spikes.csv"));

        assertThat(run.code()).isEqualTo(1);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("app.yaml", "a.asm");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--trace DIR/x.txt;--trace;x.txt",
                "--trace DIR/.csv;--trace;.csv",
                "--trace DIR/no/x.csv;--trace;x.csv",
                "--trace DIR/x.csv --trace DIR/./x.csv;--trace;twice",
                "--trace DIR/x.csv --trace DIR/x-2.csv;--trace;x-2.csv",
                "--trace DIR/x-12.csv --trace DIR/x.csv;--trace;x-12.csv",
                "--trace DIR/x.csv --trace-from -1;--trace-from;-1",
                "--trace DIR/x.csv --trace-from 5 --trace-to 5;--trace-to;5",
                "--trace DIR/x.csv --trace-from five;--trace-from;five",
                "--trace DIR/x.csv --trace-cores 1;--trace-cores;1",
                "--trace DIR/x.csv --trace-cores 9-2;--trace-cores;9-2",
                "--trace DIR/x.csv --trace-cores a;--trace-cores;a",
                "--trace-from 5;--trace-from;no --trace",
            })
    void shouldRefuseInOneLine(final String all) throws IOException {
        final List<String> parts = List.of(all.split(";"));
        final CliRun run = run(parts.get(0).replace("DIR", directory.toString()));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(parts.get(1)).contains(parts.get(2));
        assertThat(run.err().strip().lines()).hasSize(1);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void shouldSeeThatTwoWaysLeadToOneFile() throws IOException {
        final Path real = Files.createDirectory(file("real"));
        final Path link = Files.createSymbolicLink(file("link"), real);
        final CliRun run = run("--trace " + real.resolve("x.csv") + " --trace " + link.resolve("x.csv"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--trace").contains("twice").hasLineCount(1);
        assertThat(real).isEmptyDirectory();
    }

    /** Numbers that no further chip has, other endings and other directories. */
    @Test
    void shouldTraceIntoFilesWithNumbers() throws IOException {
        Files.createDirectory(file("other"));
        final CliRun run = run("--trace " + file("x.csv") + " --trace " + file("x-1.csv") + " --trace "
                + file("x-2.vcd") + " --trace " + file("other/x-2.csv") + " --trace " + file("x-02.csv"));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(file("x-1.csv")).hasSameBinaryContentAs(file("x.csv"));
        assertThat(file("other/x-2.csv")).hasSameBinaryContentAs(file("x.csv"));
    }

    @Test
    void shouldWriteTheSameBytesWhereverAnAppIs() throws IOException {
        final Path there = Files.createDirectory(file("there"));
        Files.copy(app, there.resolve("app.yaml"));
        Files.copy(directory.resolve("a.asm"), there.resolve("a.asm"));
        for (final String format : List.of("vcd", "perfetto-trace", "csv")) {
            run("--trace " + file("here." + format));
            CliRun.line("run " + there.resolve("app.yaml") + " --trace " + file("there." + format));

            assertThat(file("there." + format)).hasSameBinaryContentAs(file("here." + format));
        }
    }

    private CliRun run(final String options) {
        return CliRun.line("run " + app + " " + options);
    }

    private Path file(final String name) {
        return directory.resolve(name);
    }
}
