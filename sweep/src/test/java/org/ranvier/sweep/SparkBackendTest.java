package org.ranvier.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ranvier.testbench.sweep.Program;
import org.ranvier.testbench.sweep.RunResult;
import org.ranvier.testbench.sweep.RunTask;

class SparkBackendTest {
    /** Takes its task with it when it is given a 3, which no command of the program does. */
    private static final class Fragile implements Program {
        private static final long serialVersionUID = 1L;

        @Override
        public int run(final String[] words, final PrintWriter out, final PrintWriter err) {
            if (words[0].equals("3")) {
                throw new IllegalStateException("three");
            }
            out.print("{\"value\": " + words[0] + "}");
            return 0;
        }
    }

    @Test
    void shouldGoOnAndMakeARowOfItWhenARunBreaksEveryTaskThatDoesIt() {
        final List<RunTask> tasks = IntStream.range(0, 8)
                .mapToObj(number -> new RunTask(
                        "id" + number,
                        new String[] {Integer.toString(number)},
                        new RunTask.OwnFile[0],
                        false,
                        new Fragile()))
                .toList();
        final List<RunResult> results = new ArrayList<>();
        new SparkBackend().execute(tasks, "local[2]", results::add);
        assertThat(results).hasSize(8).extracting(RunResult::id).doesNotHaveDuplicates();
        assertThat(results).allSatisfy(result -> {
            final boolean fragile = result.id().equals("id3");
            assertThat(result.error()).isEqualTo(fragile ? "could not be finished by any worker: three" : null);
            assertThat(result.metrics())
                    .isEqualTo(fragile ? "{}" : "{\"value\":" + result.id().substring(2) + "}");
        });
    }
}
