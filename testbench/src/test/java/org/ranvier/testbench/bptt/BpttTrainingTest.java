package org.ranvier.testbench.bptt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ranvier.programs.anytime.Coding;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

/** Small networks learn digits, by every loss, and the same way each time. */
class BpttTrainingTest {
    private static final ImageSet TRAIN = DataSets.load("mnist", null).train().first(400);
    private static final ImageSet TEST = DataSets.load("mnist", null).test().first(200);
    private static final BpttListener NOBODY = new BpttListener() {
        @Override
        public void begins(final String task, final int samples) {}

        @Override
        public void sampleDone() {}

        @Override
        public void ends() {}
    };

    private static BpttTraining training(final LossName name, final Coding coding, final int... sizes) {
        return new BpttTraining(
                new BpttOptions(
                        LifSpec.of(sizes, 6),
                        coding,
                        name.isRegularizer() ? LossName.TET : name,
                        name.isRegularizer() ? name : null,
                        0.05,
                        4,
                        20,
                        0.01,
                        9),
                TRAIN);
    }

    private static double epoch(final BpttTraining training) {
        while (!training.isEpochLearnt()) {
            training.learnBatch(NOBODY);
        }
        return training.closeEpoch();
    }

    @ParameterizedTest
    @EnumSource(names = {"MEAN", "STR", "STRB", "RCS"})
    void shouldLearnWithEveryLoss(final LossName name) {
        final BpttTraining training = training(name, Coding.rate(0.5), 784, 30, 10);
        final double first = epoch(training);
        epoch(training);
        epoch(training);
        assertThat(epoch(training)).isLessThan(0.7 * first);
        assertThat(training.accuracyByTick(TEST, NOBODY)[5]).isGreaterThan(0.7);
    }

    @Test
    void shouldReachEveryLayerOfADeepNetworkWithSparseInput() {
        final BpttTraining training = training(LossName.TET, Coding.rate(0.25), 784, 32, 32, 32, 10);
        double loss = 0;
        for (int epoch = 0; epoch < 4; epoch++) {
            loss = epoch(training);
        }
        // A network that stays silent stays at ln 10.
        assertThat(loss).isLessThan(2.1);
    }

    @Test
    void shouldDoTheSameAgain() {
        final double[] losses = new double[2];
        for (int run = 0; run < 2; run++) {
            final BpttTraining training = training(LossName.RCS, Coding.INTEGRATE, 784, 16, 12, 10);
            epoch(training);
            losses[run] = epoch(training);
        }
        assertThat(losses[0]).isEqualTo(losses[1]);
    }

    @Test
    void shouldAnswerWithTheAccumulatedLogits() {
        final LifTrace trace = new LifTrace(LifSpec.of(new int[] {1, 1, 2}, 3));
        trace.logits[0][1] = 1;
        trace.logits[1][0] = 1;
        trace.logits[2][0] = 1;
        assertThat(trace.answers()).containsExactly(1, 0, 0);
    }
}
