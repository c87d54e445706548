package org.ranvier.testbench.reference.sfdfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;

class SfdfaSpecTest {
    @Test
    void shouldRoundInputStepsHalfToEvenWhenPixelsAreOfAnyBrightness() {
        for (final int lastInput : new int[] {12, 24, 49, 85}) {
            final SfdfaTiming timing = new SfdfaTiming(100, lastInput, 7, 6);
            assertThat(timing.inputStep(0)).isEqualTo(-1);
            for (int pixel = 1; pixel < 256; pixel++) {
                final int exact = BigDecimal.valueOf((255L - pixel) * lastInput)
                        .divide(BigDecimal.valueOf(255), 0, RoundingMode.HALF_EVEN)
                        .intValueExact();
                assertThat(timing.inputStep(pixel)).isEqualTo(exact);
            }
        }
    }

    @Test
    void shouldKnowTheRatesOfEverySample() {
        final SfdfaSchedule schedule = SfdfaRecipes.r0(new int[] {4, 3, 2}, 1).schedule();
        assertThat(schedule.halved(14_999)).isZero();
        assertThat(schedule.halved(15_000)).isOne();
        assertThat(schedule.halved(24_999)).isEqualTo(2);
        assertThat(schedule.halved(1_000_000)).isEqualTo(3);
        assertThat(schedule.feedbackShift(0)).isEqualTo(8);
        final SfdfaSchedule brief =
                SfdfaRecipes.shortForm(new int[] {4, 3, 2}, 1).schedule();
        assertThat(new int[] {
                    brief.feedbackShift(0),
                    brief.feedbackShift(14),
                    brief.feedbackShift(15),
                    brief.feedbackShift(254),
                    brief.feedbackShift(255)
                })
                .containsExactly(3, 3, 4, 7, 8);
    }

    @Test
    void shouldNameWhatIsWrongWhenASpecIs() {
        final SfdfaSpec spec = SfdfaRecipes.r0(new int[] {4, 3, 2}, 1);
        assertThatThrownBy(() -> spec.withTargets(101, 5))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("labelTarget: 101 is not allowed, expected 0..100");
        assertThatThrownBy(() -> spec.withLayers(List.of(spec.layer(1))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("layers: 1 entries is not allowed, expected 2 entries");
        assertThatThrownBy(() -> SfdfaRecipes.r1(new int[] {4}, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("sizes: [4] is not allowed, expected two or more layers");
        assertThatThrownBy(() -> SfdfaLayerSpec.of(50463, -40000, 512, 8))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("low: -40000 is not allowed, expected -32768..512");
        assertThatThrownBy(() -> new SfdfaTiming(50, 50, 6, 5))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("lastInput: 50 is not allowed, expected 0..49");
    }
}
