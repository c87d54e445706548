package org.ranvier.testbench.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;

final class SsnnBpSpecTest {
    private static final int[] SIZES = {784, 100, 10};

    @Test
    void shouldRoundTheStepWhenLearningRateIsDivided() {
        assertThat(SsnnBpSpec.of(SIZES, 32, 0.05, 1).dw()).isEqualTo(1638);
    }

    @Test
    void shouldNotChangeWhenCallersChangeTheirArrays() {
        final int[] sizes = SIZES.clone();
        final SsnnBpSpec spec = SsnnBpSpec.of(sizes, 32, 0.05, 1);
        sizes[0] = 5;
        spec.sizes()[1] = 5;
        assertThat(spec.sizes()).containsExactly(SIZES);
    }

    @Test
    void shouldChangeOnlyWhatIsAskedForWhenCopied() {
        final SsnnBpSpec spec = SsnnBpSpec.of(SIZES, 32, 0.05, 1);
        final SsnnBpSpec copy = spec.withPulses(2048, 1).withAlign(false);
        assertThat(copy.ticks()).isEqualTo(2048);
        assertThat(copy.dw()).isEqualTo(1);
        assertThat(copy.align()).isFalse();
        assertThat(copy.withPulses(32, 1638).withAlign(true))
                .usingRecursiveComparison()
                .isEqualTo(spec);
    }

    @Test
    void shouldNameTheOptionWhenAValueIsOutOfRange() {
        assertRefused(() -> SsnnBpSpec.of(new int[] {784}, 32, 0.05, 1), "sizes: [784] is not allowed");
        assertRefused(() -> SsnnBpSpec.of(new int[] {784, 0, 10}, 32, 0.05, 1), "sizes[1]: 0 is not allowed");
        assertRefused(() -> SsnnBpSpec.of(SIZES, 0, 0.05, 1), "ticks: 0 is not allowed");
        assertRefused(() -> spec(0, 10, 100, 1, 0, 0), "inferTicks: 0 is not allowed");
        assertRefused(() -> spec(1, 101, 100, 1, 0, 0), "dw: 101 is not allowed, expected 0..100");
        assertRefused(() -> spec(1, 0, 0, 1, 0, 0), "wmax: 0 is not allowed");
        assertRefused(() -> spec(1, 10, 100, 11, 0, 0), "bsh: 11 is not allowed");
        assertRefused(() -> spec(1, 10, 100, 1, -1, 0), "thetaShifts: -1 is not allowed, expected 0..10");
        assertRefused(() -> spec(1, 10, 100, 1, 0, 8), "kappaShifts: 8 is not allowed, expected -20..7");
    }

    @Test
    void shouldAskForOneShiftPerHiddenLayerWhenTheirNumberDiffers() {
        assertRefused(
                () -> new SsnnBpSpec(SIZES, 1, 1, 1, 100, 1, new int[2], new int[1], true, 1),
                "thetaShifts: [0, 0] is not allowed, expected 1 values, one per hidden layer");
    }

    @Test
    void shouldRefuseALayerWhenItsSumsCouldOverflow() {
        assertThat(SsnnBpSpec.of(new int[] {2046, 10}, 1, 0.05, 1).layers()).isEqualTo(1);
        assertRefused(
                () -> SsnnBpSpec.of(new int[] {2047, 10}, 1, 0.05, 1),
                "sizes[0]: 2047 is not allowed, expected at most 2046 inputs to a layer with weights within +-1048576");
    }

    private static SsnnBpSpec spec(
            final int inferTicks, final int dw, final int wmax, final int bsh, final int theta, final int kappa) {
        return new SsnnBpSpec(SIZES, 16, inferTicks, dw, wmax, bsh, new int[] {theta}, new int[] {kappa}, true, 1);
    }

    private static void assertRefused(final Runnable construction, final String message) {
        assertThatThrownBy(construction::run)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(message);
    }
}
