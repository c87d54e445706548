package org.ranvier.testbench.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRunnerTest {
    private static final String SWEEP = """
            title: Numbers & more
            command: echo
            seeds: [1, 2]
            grid:
              a: [0.5, -1, 3]
              file.x: [10, 20]
            pareto: {maximise: got_a, minimise: got_seed}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void count() {
        EchoProgram.RUNS.set(0);
    }

    @Test
    void shouldWriteARowARunWhenSomeFail() throws IOException {
        assertThat(run(SWEEP, 2, Integer.MAX_VALUE)).isEqualTo(4);
        final List<String> lines = Files.readAllLines(folder.resolve("out/results.csv"));
        assertThat(lines.get(0)).isEqualTo("run,id,a,file.x,seed,exit_code,error,file,got_a,got_seed");
        assertThat(lines).hasSize(13);
        assertThat(lines.get(1)).matches("0,[0-9a-f]{20},0.5,10,1,0,,\"\\{\"\"x\"\":10}\",0.5,1.0");
        assertThat(lines.get(5)).matches("4,[0-9a-f]{20},-1.0,10,1,2,--file=file.yaml is not allowed,,,");
        assertThat(Files.readString(folder.resolve("out/timing.csv"))).startsWith("run,id,seconds,worker\n0,");
    }

    @Test
    void shouldGiveTheSameFilesWhenDoneByOneThreadOrBySeveral() throws IOException {
        run(SWEEP, 1, Integer.MAX_VALUE);
        final String one = Files.readString(folder.resolve("out/results.csv"));
        final String page = Files.readString(folder.resolve("out/report.html"));
        delete();
        run(SWEEP, 3, Integer.MAX_VALUE);
        assertThat(Files.readString(folder.resolve("out/results.csv"))).isEqualTo(one);
        assertThat(Files.readString(folder.resolve("out/report.html"))).isEqualTo(page);
    }

    @Test
    void shouldDoTheRestOnlyWhenStartedAgain() throws IOException {
        assertThatThrownBy(() -> run(SWEEP, 1, 5)).hasMessage("interrupted");
        final int done = 5;
        assertThat(Files.list(folder.resolve("out/runs"))).hasSize(done);
        EchoProgram.RUNS.set(0);
        run(SWEEP, 1, Integer.MAX_VALUE);
        assertThat(EchoProgram.RUNS).hasValue(12 - done);
        final String table = Files.readString(folder.resolve("out/results.csv"));
        run(SWEEP, 1, Integer.MAX_VALUE);
        assertThat(EchoProgram.RUNS).hasValue(12 - done);
        run(SWEEP.replace("[10, 20]", "[10, 20, 30]"), 1, Integer.MAX_VALUE);
        assertThat(EchoProgram.RUNS).as("a larger grid takes what there is").hasValue(12 - done + 6);
        delete();
        run(SWEEP, 1, Integer.MAX_VALUE);
        assertThat(Files.readString(folder.resolve("out/results.csv"))).isEqualTo(table);
    }

    @Test
    void shouldDoEqualRunsOnceWhenPointsAreListedTwice() throws IOException {
        run("command: echo\nlist: [{a: 1}, {a: 2}, {a: 1}]\n", 1, Integer.MAX_VALUE);
        assertThat(EchoProgram.RUNS).hasValue(2);
        assertThat(Files.readAllLines(folder.resolve("out/results.csv"))).hasSize(4);
    }

    @Test
    void shouldShowFrontEffectsAndFailuresWhenThePageIsMade() throws IOException {
        run(SWEEP, 1, Integer.MAX_VALUE);
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("<h1>Numbers &amp; more</h1>", "12 runs: 6 points, 2 seeds each, 4 failed")
                .contains("id=\"pareto-front\"", "1 of 4 points are on the front")
                .contains("id=\"main-effects\"", "<td>0.5</td><td>4</td>", "id=\"failed-runs\"", "currentColor")
                .contains("default-src 'none'")
                .doesNotContain("<script");
    }

    private long run(final String text, final int threads, final int most) throws IOException {
        final Path file = Files.writeString(folder.resolve("sweep.yaml"), text);
        final SweepPlan plan = new SweepPlan(file, words -> new EchoProgram(), new EchoProgram(), "1");
        final SweepRunner runner = new SweepRunner(plan, folder.resolve("out"), false);
        runner.run(new PlainLoop(threads)::execute, new Interruption(most));
        return runner.write(new TextBackend());
    }

    private void delete() throws IOException {
        for (final Path file : Files.list(folder.resolve("out/runs")).toList()) {
            Files.delete(file);
        }
    }

    /** Fails after some runs, as a process that is killed. */
    private static final class Interruption implements Consumer<RunResult> {
        private int left;

        Interruption(final int most) {
            left = most;
        }

        @Override
        public void accept(final RunResult result) {
            left--;
            if (left <= 0) {
                throw new IllegalStateException("interrupted");
            }
        }
    }

    private static final class TextBackend implements SweepBackend {
        @Override
        public void execute(final List<RunTask> tasks, final String master, final Consumer<RunResult> finished) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] parquet(final ResultTable table) {
            return table.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
