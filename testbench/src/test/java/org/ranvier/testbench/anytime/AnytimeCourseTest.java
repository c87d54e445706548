package org.ranvier.testbench.anytime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.programs.anytime.Coding;
import org.ranvier.testbench.bptt.BpttOptions;
import org.ranvier.testbench.bptt.LifSpec;
import org.ranvier.testbench.bptt.LossName;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.train.TrainListener;

/** A training off the chip that is saved behind any step goes on as if nothing had happened. */
class AnytimeCourseTest {
    private static final DataSet DATA = DataSets.load("mnist", null);

    /** Three epochs of 10 images in batches of 4, the second and the third tested. */
    private static final int STEPS = 3 * (3 + 1);

    private final List<String> heard = new ArrayList<>();

    private AnytimeTraining training() {
        final BpttOptions options = new BpttOptions(
                LifSpec.of(new int[] {784, 8, 10}, 4),
                Coding.rate(0.5),
                LossName.TET,
                LossName.RCS,
                0.1,
                3,
                4,
                0.01,
                5);
        return new AnytimeTraining(
                options, DATA, DATA.train().first(10), DATA.test().first(5));
    }

    private AnytimeCourse course(final AnytimeTraining training) {
        final TrainListener progress = new TrainListener() {
            @Override
            public void resumes(final String task, final int samples, final int done) {
                heard.add(task + " " + done + "/" + samples);
            }
        };
        return new AnytimeCourse(training, 2, progress, epoch -> {});
    }

    private static void advance(final AnytimeCourse course, final int steps) {
        for (int step = 0; step < steps; step++) {
            course.advance();
        }
    }

    @Test
    void shouldGoOnAsIfNothingHadHappened() {
        final AnytimeTraining whole = training();
        advance(course(whole), STEPS);
        for (int saved = 0; saved < STEPS; saved++) {
            final AnytimeCourse first = course(training());
            advance(first, saved);
            final StateWriter out = new StateWriter();
            first.save(out);
            final AnytimeTraining restored = training();
            final AnytimeCourse second = course(restored);
            final StateReader in = new StateReader(out.toByteArray());
            second.restore(in);
            in.end();
            assertThat(second.samples()).isEqualTo(first.samples());
            advance(second, STEPS - saved);

            assertThat(second.isDone()).isTrue();
            assertThat(restored.model().weights()).isDeepEqualTo(whole.model().weights());
            assertThat(restored.epochs())
                    .usingRecursiveComparison()
                    .ignoringFields("wallSeconds")
                    .isEqualTo(whole.epochs());
        }
        assertThat(heard)
                .containsExactly(
                        "epoch 1 4/10", "epoch 1 8/10", "epoch 2 4/10", "epoch 2 8/10", "epoch 3 4/10", "epoch 3 8/10");
    }
}
