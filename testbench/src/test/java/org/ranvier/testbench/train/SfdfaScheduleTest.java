package org.ranvier.testbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ranvier.programs.sfdfa.SfdfaRates;
import org.ranvier.programs.sfdfa.SfdfaRecipe;
import org.ranvier.programs.sfdfa.SfdfaSchedule;

/** The rates of the recipes, image by image. */
class SfdfaScheduleTest {
    @Test
    void shouldHalveBothWeightRatesAtTheRecipesImages() {
        final SfdfaSchedule r0 = SfdfaRecipe.R0.schedule(true, 16, 30_000);
        assertThat(r0.rates(14_999)).isEqualTo(new SfdfaRates(8, 5, 8));
        assertThat(r0.rates(15_000)).isEqualTo(new SfdfaRates(9, 6, 8));
        assertThat(r0.rates(20_000)).isEqualTo(new SfdfaRates(10, 7, 8));
        assertThat(r0.rates(25_000)).isEqualTo(new SfdfaRates(11, 8, 8));
    }

    @Test
    void shouldHalveLaterWhenThereAreMoreImages() {
        assertThat(SfdfaRecipe.R1.schedule(true, 16, 60_000).halvings()).containsExactly(30_000, 40_000, 50_000);
        assertThat(SfdfaRecipe.R1.schedule(true, 16, 1000).halvings()).containsExactly(5000, 6666, 8333);
        assertThat(SfdfaRecipe.SHORT.schedule(true, 16, 3000).halvings()).containsExactly(2250, 2550, 2850);
    }

    @Test
    void shouldBeginWithARunningMeanWhenShort() {
        final SfdfaSchedule schedule = SfdfaRecipe.SHORT.schedule(true, 16, 3000);
        assertThat(schedule.rates(0).feedbackShift()).isEqualTo(3);
        assertThat(schedule.rates(14).feedbackShift()).isEqualTo(3);
        assertThat(schedule.rates(15).feedbackShift()).isEqualTo(4);
        assertThat(schedule.rates(254).feedbackShift()).isEqualTo(7);
        assertThat(schedule.rates(255).feedbackShift()).isEqualTo(8);
        assertThat(schedule.rates(2999).feedbackShift()).isEqualTo(8);
    }

    @Test
    void shouldTuneRandomFeedbackByItself() {
        assertThat(SfdfaRecipe.R0.schedule(false, 16, 1).first()).isEqualTo(new SfdfaRates(7, 5, 8));
        assertThat(SfdfaRecipe.R1.schedule(false, 16, 1).first()).isEqualTo(new SfdfaRates(8, 5, 8));
        assertThat(SfdfaRecipe.R1.schedule(true, 8, 1).first()).isEqualTo(new SfdfaRates(8, 5, 8));
    }
}
