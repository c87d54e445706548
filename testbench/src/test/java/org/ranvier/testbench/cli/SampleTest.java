package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleTest {
    /** 1, 2, 3, 6: mean 3, squares of deviations sum to 14, so the variance is 14/3 and that of the mean 14/12. */
    @Test
    void shouldGiveMeanAndStandardErrorOfTheMean() {
        final Sample sample = new Sample();
        for (final double value : new double[] {6, 2, 3, 1}) {
            sample.add(value);
        }
        assertThat(sample.count()).isEqualTo(4);
        assertThat(sample.estimate().mean()).isEqualTo(3);
        assertThat(sample.estimate().standardError()).isCloseTo(Math.sqrt(14.0 / 12), within(1e-15));
        assertThat(sample.lowest()).isEqualTo(1);
        assertThat(sample.highest()).isEqualTo(6);
    }
}
