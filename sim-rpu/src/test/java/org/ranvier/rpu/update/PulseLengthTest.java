package org.ranvier.rpu.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;

/** Values of A, B and BL as aihwkit's CPU core reports them for max|x| = max|d| = 1 and granularity 0.001, to its 7 digits. */
class PulseLengthTest {
    private static final float[] X = {1, 0.8f, -0.9f, 0};
    private static final float[] D = {0.02f, -1, 0.5f};
    private static final double STEP = 0.001;
    private static final double DIGITS = 1e-6;

    private final UpdateSpec defaults = UpdateSpec.defaults();
    private PulseLength length;

    @Test
    void shouldKeepTenSlotsWhenTheLengthIsFixed() {
        choose(defaults.withBl(10, true).withManagement(false, false), 0.01);
        assertLength(10, 0.9999999, 0.9999999);
    }

    @Test
    void shouldShortenToWhatIsNeededWhenLengthIsManaged() {
        choose(defaults, 0.01);
        assertLength(10, 0.9999999, 0.9999999);
    }

    @Test
    void shouldKeepTheLengthWhenOnlyScalesAreManaged() {
        choose(defaults.withManagement(true, false), 0.01);
        assertLength(31, 0.5679618, 0.5679618);
    }

    @Test
    void shouldTakeTheExcessFromColumnsWhenTheUpdateSaturates() {
        choose(defaults, 0.1);
        assertLength(31, 3.225806, 1);
    }

    @Test
    void shouldGrowPastTheDesiredLengthWhenItIsNotFixed() {
        choose(defaults.withBl(31, false).withManagement(false, false), 0.1);
        assertLength(100, 1, 1);
        choose(defaults.withBl(31, false).withManagement(false, false), 0.0155);
        assertLength(31, Math.sqrt(0.5), Math.sqrt(0.5));
    }

    @Test
    void shouldScaleBothSidesToTheSameProbabilityWhenManaged() {
        length = new PulseLength(defaults);
        length.choose(new float[] {2, 1}, new float[] {0.02f}, 0.1, STEP);
        // k = 0.1 * 2 * 0.02 / 0.001 = 4 slots; 2 B = 0.02 A = sqrt(4 / 4).
        assertLength(4, 50, 0.5);
    }

    @Test
    void shouldAssumeLargerColumnValuesWhenTheGradientIsScaled() {
        final UpdateSpec scaled =
                new UpdateSpec(PulseType.STOCHASTIC_COMPRESSED, 31, true, true, false, 4, 0, false, 0, 0, Engine.FAST);
        choose(scaled, 0.001);
        assertLength(31, 0.5 / Math.sqrt(31), 2 / Math.sqrt(31));
    }

    @Test
    void shouldDoNothingWhenRateOrVectorsAreZero() {
        choose(defaults, 0);
        assertThat(length.slots()).isZero();
        length.choose(new float[3], D, 0.1, STEP);
        assertThat(length.slots()).isZero();
        length.choose(X, new float[3], 0.1, STEP);
        assertThat(length.slots()).isZero();
    }

    @Test
    void shouldRefuseARateThatNeedsTooManySlots() {
        assertThatThrownBy(() -> choose(defaults.withBl(31, false).withManagement(false, false), 1000))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("learning rate: 1000.0 is not allowed, expected at most 65536 times the granularity 0.001");
    }

    private void choose(final UpdateSpec spec, final double rate) {
        length = new PulseLength(spec);
        length.choose(X, D, rate, STEP);
    }

    private void assertLength(final int slots, final double columnScale, final double rowScale) {
        assertThat(length.slots()).isEqualTo(slots);
        assertThat((double) length.columnScale()).isCloseTo(columnScale, within(DIGITS * columnScale));
        assertThat((double) length.rowScale()).isCloseTo(rowScale, within(DIGITS * rowScale));
    }
}
