package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleMonitor;

/** Whoever runs a command inside the program is handed its chips, and hears of their samples. */
class ObservationTest {
    @TempDir
    private Path directory;

    private final List<Chip> chips = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    @Test
    void shouldHandOverTheChipOfATraining() {
        run("train", "sfdfa", "--train-samples", "3", "--test-samples", "2", "--epochs", "1", "--out", "" + directory);

        assertThat(chips).hasSize(1);
        assertThat(heard).hasSize(10).startsWith("begins", "ends");
    }

    @Test
    void shouldHandOverTheChipOfEverySeed() {
        run(
                "train",
                "ssnn-bp",
                "--train-samples",
                "2",
                "--test-samples",
                "1",
                "--epochs",
                "1",
                "--seed",
                "1,2",
                "--out",
                "" + directory);

        assertThat(chips).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void shouldHandOverTheChipOfANetwork() {
        run("network", "pb-s", "--steps", "2");

        assertThat(chips).hasSize(1);
        assertThat(heard).containsExactly("begins", "ends");
    }

    private void run(final String... args) {
        final StringWriter err = new StringWriter();
        final int code = Main.run(args, new PrintWriter(new StringWriter()), new PrintWriter(err), (chip, spec) -> {
            assertThat(chip.cycle()).isZero();
            chips.add(chip);
            chip.samples(new Heard());
        });
        assertThat(code).as(err.toString()).isZero();
    }

    private final class Heard implements SampleMonitor {
        @Override
        public void begins(final int ticks, final long cycle) {
            heard.add("begins");
        }

        @Override
        public void ends(final long cycle) {
            heard.add("ends");
        }
    }
}
