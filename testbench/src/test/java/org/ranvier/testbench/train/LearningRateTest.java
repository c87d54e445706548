package org.ranvier.testbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;

final class LearningRateTest {
    private static final int ONE = 1 << 20;

    @Test
    void shouldDivideEtaByTicksWhenTheDeviceIsIdeal() {
        final LearningRate rate = LearningRate.of(options(16, 0.1, "ideal"), 0.05);
        assertThat(rate.device().granularity()).isEqualTo(0.1 / 16);
        assertThat(rate.learnEnableQ20(0)).isEqualTo(ONE);
        assertThat(rate.learnEnableQ20(1)).isEqualTo(Math.round(0.7 * ONE));
        assertThat(rate.learnEnableQ20(3)).isEqualTo(Math.round(0.343 * ONE));
    }

    @Test
    void shouldUseTheUsualRateWhenNoneIsGiven() {
        assertThat(LearningRate.of(options(16, null, "ideal"), 0.01).eta()).isEqualTo(0.01);
        assertThat(LearningRate.of(options(64, null, "constant-step"), 0.01).learnEnable())
                .isEqualTo(0.01 / (64 * 0.0016));
        assertThat(LearningRate.of(options(1, null, "constant-step"), 0.01).eta())
                .isEqualTo(0.0016);
    }

    @Test
    void shouldThinPulsesWhenTheDeviceStepsFurther() {
        final LearningRate rate = LearningRate.of(options(100, 0.04, "constant-step"), 0.05);
        assertThat(rate.learnEnable()).isEqualTo(0.04 / 0.16);
        assertThat(rate.device().granularity()).isEqualTo(0.0016);
    }

    @Test
    void shouldSayWhatWouldDoWhenTheDeviceIsTooSlow() {
        assertThatThrownBy(() -> LearningRate.of(options(10, 0.05, "constant-step"), 0.05))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("--eta: 0.05 is not allowed, expected at most 0.016 with --ticks 10 and the constant-step"
                        + " device's step of 0.0016; or at least --ticks 32");
    }

    @Test
    void shouldRefuseWhenTheStepIsNoneOfTheWeights() {
        assertThatThrownBy(() -> LearningRate.of(options(1000, 1e-5, "ideal"), 0.05))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("--eta: 1.0E-5 is not allowed");
        assertThatThrownBy(() -> LearningRate.of(options(4, 5.0, "ideal"), 0.05))
                .isInstanceOf(ConfigurationException.class);
    }

    private static TrainOptions options(final int ticks, final Double eta, final String device) {
        return new TrainOptions(new RunOptions(new int[] {10}, 1, null, null, 1, eta, 1, device), ticks, true, 16, 0.7);
    }
}
