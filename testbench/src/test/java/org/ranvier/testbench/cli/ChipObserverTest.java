package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.chip.Chip;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.observe.ChipObserver;

class ChipObserverTest {
    @TempDir
    private Path directory;

    private final List<Long> cycles = new ArrayList<>();
    private final List<Map<String, Object>> summaries = new ArrayList<>();

    private final ChipObserver observer = new ChipObserver() {
        @Override
        public void built(final Chip chip, final ChipSpec spec) {
            cycles.add(chip.cycle());
        }

        @Override
        public void finished(final Map<String, Object> summary) {
            summaries.add(summary);
        }
    };

    private int run(final String... args) {
        final StringWriter text = new StringWriter();
        return Main.run(args, new PrintWriter(text), new PrintWriter(text), observer);
    }

    @Test
    void shouldBeHandedTheChipOfANetworkBeforeItRunsAndItsReportAfterwards() {
        assertThat(run("network", "pb-s", "--steps", "2")).isZero();
        assertThat(cycles).containsExactly(0L);
        assertThat(summaries)
                .singleElement()
                .satisfies(
                        report -> assertThat(report).containsEntry("steps", 2).containsKey("cycles"));
    }

    @Test
    void shouldHearOfEveryNetworkThatIsTrained() {
        final int code = run(
                "train",
                "ssnn-bp",
                "--train-samples",
                "1",
                "--test-samples",
                "1",
                "--epochs",
                "1",
                "--hidden",
                "4",
                "--seed",
                "1,2",
                "--out",
                directory.toString());
        assertThat(code).isZero();
        assertThat(cycles).containsExactly(0L, 0L);
        assertThat(summaries).extracting(summary -> summary.get("seed")).containsExactly(1L, 2L);
    }
}
