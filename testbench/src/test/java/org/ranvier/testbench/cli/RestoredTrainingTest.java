package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.testbench.compare.ChipContender;
import org.ranvier.testbench.data.raster.TinyEvents;
import org.ranvier.testbench.report.RunRecorder;
import org.ranvier.testbench.train.EpochResult;
import org.ranvier.testbench.train.Json;
import org.ranvier.testbench.train.TrainListener;
import org.ranvier.testbench.train.TrainSummary;
import org.ranvier.testbench.train.Training;
import org.ranvier.testbench.train.TrainingCursor;
import picocli.CommandLine;

/** A training that is saved between any two steps and restored into another goes on, byte for byte, as if nothing had happened. */
class RestoredTrainingTest {
    private static final int IMAGES = 5;
    private static final int EPOCHS = 2;

    /** The images of all epochs and what closes each. */
    private static final int STEPS = EPOCHS * (IMAGES + 1);

    @TempDir
    static Path directory;

    @BeforeAll
    static void writeImages() throws IOException {
        TinyImages.write(directory, IMAGES);
        TinyEvents.write(directory.resolve("bars"), IMAGES, 3);
    }

    /** A training with its recorder, both as a run on the command line has them. */
    private static final class Run {
        private final Training training;
        private final List<Integer> heard = new ArrayList<>();
        private final RunRecorder recorder;
        private final TrainingCursor cursor;

        Run(final String line) {
            final List<String> words = new ArrayList<>(List.of(line.split(" ")));
            final ComparedRule rule =
                    ComparedRules.named("rule", words.remove(0)).command().get();
            words.replaceAll(word -> word.replace("DIR", directory.toString()));
            if (!words.contains("--events")) {
                words.addAll(List.of("--data-dir", directory.toString()));
            }
            words.addAll(List.of("--epochs", "" + EPOCHS, "--test-every", "1"));
            words.addAll(List.of("--train-samples", "" + IMAGES, "--test-samples", "3"));
            new CommandLine(rule).parseArgs(words.toArray(String[]::new));
            training = ((ChipContender) rule.contender()).training();
            recorder = new RunRecorder(words, training.chip(), training.profile(), new TrainListener() {
                @Override
                public void epochDone(final EpochResult epoch) {
                    heard.add(epoch.epoch());
                }
            });
            cursor = new TrainingCursor(training, recorder);
        }

        void advance(final int steps) {
            for (int step = 0; step < steps; step++) {
                cursor.advance();
            }
        }

        byte[] saved() {
            final StateWriter out = new StateWriter();
            recorder.save(out);
            cursor.save(out);
            return out.toByteArray();
        }

        Run restore(final byte[] saved) {
            final StateReader in = new StateReader(saved);
            recorder.restore(in);
            cursor.restore(in);
            in.end();
            return this;
        }

        String files() {
            final Map<String, Object> summary = TrainSummary.of("test", "tiny", training, cursor.result());
            summary.keySet().removeAll(List.of("wall_seconds", "images_per_second"));
            return Json.pretty(summary)
                    + TrainSummary.history(training, cursor.result())
                    + Json.line(recorder.describe())
                    + heard;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssnn-bp --ticks 4 --infer-ticks 3 --hidden 9",
                "ssnn-bp --ticks 4 --infer-ticks 3 --hidden 9,7 --fabric ideal --wear",
                "ssnn-bp --ticks 4 --infer-ticks 3 --hidden 9 --threads 2 --wear --device constant-step",
                "ssnn-bp --ticks 4 --infer-ticks 3 --hidden 9 --device SoftBounds --align false",
                "ssnn-bp --ticks 4 --infer-ticks 3 --hidden 9 --device PCM",
                "ssnn-bp --ticks 4 --infer-ticks 3 --hidden 9 --device ReRamES2 --fabric ideal --threads 2",
                "ssnn-bp --ticks 4 --infer-ticks 3 --hidden 9 --device PiecewiseStep",
                "ssnn-bp --ticks 4 --infer-ticks 3 --hidden 9 --device PowStepReference",
                "rpu-sgd --hidden 9",
                "rpu-sgd --hidden 9 --device TTv2Idealized --wear",
                "rpu-sgd --hidden 9 --device AGADIdealized",
                "rpu-sgd --hidden 9 --device MixedPrecisionIdealized",
                "rpu-sgd --hidden 9 --device PCM",
                "rpu-sgd --hidden 9 --device ReRamArrayOM --threads 2",
                "ssnn-bp --ticks 2 --infer-ticks 2 --hidden 3 --device SoftBounds --wires 0.0001",
                "rpu-sgd --hidden 3 --wires 0.0001",
                "sfdfa --hidden 9",
                "sfdfa --hidden 9 --events DIR/bars --window-us 60000 --pool 2x2",
                "fo-stdgd --hidden 9 --events DIR/bars --window-us 60000 --pool 2x2 --steps 20",
                "ssnn-bp --hidden 9 --ticks 4 --infer-ticks 3 --events DIR/bars --window-us 60000 --pool 2x2",
                "sfdfa --hidden 9,8 --order set --threads 2",
                "dfa --hidden 9 --fabric ideal",
                "ottt --hidden 9",
                "eprop --hidden 9",
                "fo-stdgd --hidden 9",
                "fo-stdgd --hidden 9 --eligibility exact",
                "ssnn-bp --ticks 4 --infer-ticks 3 --hidden 9 --fault stuck-device~0.05=max --fault drop-packet~0.01",
                "sfdfa --hidden 9 --fault flip-bit~0.0001 --fault dead-row~0.02 --fault dead-core@30000:core[1]",
                "fo-stdgd --hidden 9 --eligibility separable --device ReRamES"
            })
    void shouldGoOnAsIfNothingHadHappened(final String line) {
        final Run whole = new Run(line);
        final Run saved = new Run(line);
        whole.advance(STEPS);
        // Between images, twice in a row, behind the last image of an epoch and before its test, and behind the test.
        final SplittableRandom random = new SplittableRandom(line.hashCode());
        final int within = random.nextInt(1, IMAGES);
        final int[] stops = {within, IMAGES, IMAGES + 1, IMAGES + 1 + random.nextInt(1, IMAGES), STEPS - 1};
        final int[] kept = Arrays.copyOfRange(stops, random.nextInt(3), stops.length);

        Run run = saved;
        int done = 0;
        for (final int stop : kept) {
            run.advance(stop - done);
            done = stop;
            final byte[] state = run.saved();
            run = new Run(line).restore(state);
            assertThat(run.saved()).isEqualTo(state);
        }
        run.advance(STEPS - done);

        assertThat(run.cursor.isDone()).isTrue();
        assertThat(masked(run)).isEqualTo(masked(whole));
        assertThat(run.files()).isEqualTo(whole.files());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssnn-bp --hidden 10 --device SoftBounds",
                "ssnn-bp --hidden 9 --device ideal",
                "ssnn-bp --hidden 9 --device SoftBounds --threads 2",
                "ssnn-bp --hidden 9 --device SoftBounds --fabric ideal",
                "ssnn-bp --hidden 9 --device SoftBounds --ticks 5 --align false",
                "rpu-sgd --hidden 9 --device SoftBounds",
                "sfdfa --hidden 9"
            })
    void shouldRefuseTheStateOfAnotherChip(final String line) {
        final Run saved = new Run("ssnn-bp --hidden 9 --device SoftBounds");
        saved.advance(2);
        final byte[] state = saved.saved();
        final Run other = new Run(line);

        assertThatThrownBy(() -> other.restore(state)).isInstanceOf(ConfigurationException.class);
    }

    /** The state of the chip alone: that of the cursor has the seconds in it that its epochs took. */
    private static byte[] masked(final Run run) {
        final StateWriter out = new StateWriter();
        run.training.save(out);
        return out.toByteArray();
    }
}
