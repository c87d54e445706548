package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --threads N} changes nothing but the time that a command takes. */
class ThreadsOptionTest {
    @TempDir
    private Path directory;

    private Path chip;

    @BeforeEach
    void writeChip() throws IOException {
        chip = Files.writeString(directory.resolve("chip.yaml"), "mesh: 1x4\n");
    }

    @Test
    void shouldWriteTheSameFilesWhenTraining() throws IOException {
        final Path data = TinyImages.write(Files.createDirectory(directory.resolve("data")), 6);
        final List<String> whole = train("ssnn-bp", data, 1);
        for (int threads = 2; threads <= 4; threads++) {
            assertThat(train("ssnn-bp", data, threads)).isEqualTo(whole);
        }
    }

    @Test
    void shouldWriteTheSameFilesWhenTrainingByBackPropagation() throws IOException {
        final Path data = TinyImages.write(Files.createDirectory(directory.resolve("data")), 4);
        assertThat(train("rpu-sgd", data, 4)).isEqualTo(train("rpu-sgd", data, 1));
    }

    /** Trains, tests the model again, and gives all that was written and printed but times. */
    private List<String> train(final String rule, final Path data, final int threads) throws IOException {
        final Path out = directory.resolve(rule + threads);
        final Path model = directory.resolve(rule + threads + ".bin");
        final Path packets = directory.resolve(rule + threads + ".csv");
        final String common = " --data-dir " + data + " --chip " + chip + " --threads " + threads;
        final CliRun run = CliRun.line("train " + rule + " --hidden 12,8 --epochs 1 --packets " + packets + " --out "
                + out + (rule.equals("ssnn-bp") ? " --save " + model : "") + common);
        assertThat(run.code()).as(run.err()).isZero();
        final StringBuilder text = new StringBuilder(Files.readString(out.resolve("summary.json")));
        text.append(Files.readString(packets));
        if (rule.equals("ssnn-bp")) {
            final CliRun test = CliRun.line("infer --model " + model + common);
            assertThat(test.code()).as(test.err()).isZero();
            text.append(test.out());
        }
        return text.toString()
                .lines()
                .filter(line -> !line.contains("wall_seconds") && !line.contains("images_per_second"))
                .map(line -> line.replaceAll("[0-9.]+ (s|images/s)\\b", ""))
                .toList();
    }

    @Test
    void shouldPrintTheSameWhenABenchmarkNetworkRuns() {
        for (final String command : List.of("network pb-p --steps 12", "network pb-s --steps 12 --fabric ideal")) {
            final List<String> whole = network(command, 1);
            for (int threads = 2; threads <= 4; threads++) {
                assertThat(network(command, threads)).isEqualTo(whole);
            }
        }
    }

    private static List<String> network(final String command, final int threads) {
        final CliRun run = CliRun.line(command + " --threads " + threads);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out()
                .lines()
                .filter(line -> !line.matches(".*(wall_seconds|cpu_seconds|events_per_second).*"))
                .toList();
    }

    @Test
    void shouldReplayTheSameWhenATraceHasMulticasts() throws IOException {
        final StringBuilder trace = new StringBuilder("time,src,dst,size\n");
        for (int i = 0; i < 300; i++) {
            final int source = i * 7 % 20;
            final String goals =
                    i % 3 == 0 ? (source + 5) % 20 + "+" + (source + 11) % 20 + "+" + (source + 18) % 20 : "" + i % 20;
            trace.append(i / 4)
                    .append(',')
                    .append(source)
                    .append(',')
                    .append(goals)
                    .append(',');
            trace.append(i % 3 == 0 ? 1 : 1 + i % 4).append('\n');
        }
        final Path file = Files.writeString(directory.resolve("trace.csv"), trace);
        final String command = "noc replay --mesh 4x5 --config c1 --trace " + file + " --out ";
        final CliRun whole = CliRun.line(command + directory.resolve("1.csv"));
        assertThat(whole.code()).as(whole.err()).isZero();
        for (int threads = 2; threads <= 4; threads++) {
            final Path out = directory.resolve(threads + ".csv");
            assertThat(CliRun.line(command + out + " --threads " + threads)).isEqualTo(whole);
            assertThat(out).hasSameTextualContentAs(directory.resolve("1.csv"));
        }
    }

    @Test
    void shouldMeasureTheSameWhenSweeping() {
        final String command =
                "noc sweep --mesh 4x4 --config c1 --traffic uniform --rates .1,.6 --warm-up 200 --window 600 --threads ";
        assertThat(CliRun.line(command + 3)).isEqualTo(CliRun.line(command + 1));
    }

    @Test
    void shouldPrintTheSameWhenProbesOfSeveralCoresAreShown() throws IOException {
        Files.writeString(directory.resolve("lif.asm"), """
                .mem  i,u s16 [8]
                .mem  f bit [8]
                .on   IN = s.inc i, key, pay
                .on   PHASE1 tick
                tick: v.leak  u, i, #3
                      v.mov   i, #0
                      c.ge    f, u, #300
                      v.mov   u, #0 ?f
                      p.each  SPK, f
                      bar
                """);
        final Path app = Files.writeString(directory.resolve("app.yaml"), """
                chip: {mesh: 1x4}
                ticks: 40
                samples: 2
                seed: 7
                cores:
                  - {name: a, program: lif.asm, node: 3}
                  - {name: b, program: lif.asm, node: 0}
                  - {name: c, program: lif.asm, node: 2}
                routes:
                  - {from: a, kind: SPK, to: host}
                  - {from: b, kind: SPK, to: host}
                  - {from: c, kind: SPK, to: host}
                stimulus:
                  - poisson: {to: [a, b, c], kind: IN, keys: [0, 7], payload: 800, rate: 0.3}
                probes:
                  - {core: a, region: f, out: "-"}
                  - {core: b, region: u, out: "-"}
                  - {core: c, region: f, out: "-"}
                """);
        final CliRun whole = CliRun.line("run " + app);
        assertThat(whole.code()).as(whole.err()).isZero();
        for (int threads = 2; threads <= 4; threads++) {
            assertThat(CliRun.line("run " + app + " --threads " + threads)).isEqualTo(whole);
        }
    }

    @Test
    void shouldSaySoWhenTheMeshHasFewerRowsThanThreads() {
        final CliRun run =
                CliRun.line("noc sweep --mesh 3x2 --config c1 --traffic uniform --rates .1 --window 100 --threads 8");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEqualTo("--threads 8: the 3x2 mesh has 2 rows of routers, so 2 work\n");
    }

    @Test
    void shouldRefuseNoThreads() {
        final CliRun run = CliRun.line("noc sweep --mesh 3x2 --config c1 --traffic uniform --rates .1 --threads 0");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--threads: 0 is not allowed, expected 1..1024");
    }
}
