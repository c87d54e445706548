package org.ranvier.rpu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Exponential, logarithm and power against {@link StrictMath}, over ranges wider than devices need. */
final class ElementaryTest {
    private static final int POINTS = 200_000;

    @Test
    void shouldStayWithinStatedErrorWhenExponentIsWithin700() {
        for (int i = -POINTS; i <= POINTS; i++) {
            final double x = 700.0 * i / POINTS;
            assertThat(Elementary.exp(x) / StrictMath.exp(x)).isCloseTo(1, within(1e-14));
        }
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(1e9)).isEqualTo(Elementary.exp(700));
        assertThat(Elementary.exp(-1e9)).isEqualTo(Elementary.exp(-700));
    }

    @Test
    void shouldStayWithinStatedErrorWhenLogarithmIsTaken() {
        for (int i = 1; i <= POINTS; i++) {
            final double x = StrictMath.exp(40.0 * i / POINTS - 30);
            final double expected = StrictMath.log(x);
            assertThat(Elementary.log(x)).isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
        }
        assertThat(Elementary.log(1)).isZero();
    }

    @Test
    void shouldStayWithinStatedErrorWhenPowerIsTaken() {
        for (int i = 1; i <= POINTS; i++) {
            final double base = (double) i / POINTS;
            for (final double exponent : new double[] {0.3, 1, 2, 2.7, -0.1}) {
                assertThat(Elementary.pow(base, exponent) / StrictMath.pow(base, exponent))
                        .isCloseTo(1, within(1e-13));
            }
        }
        assertThat(Elementary.pow(0, 0)).isEqualTo(1);
        assertThat(Elementary.pow(0, 2)).isZero();
        assertThat(Elementary.pow(-1e-9, 2)).isZero();
        assertThat(Elementary.pow(Double.NaN, 2)).isZero();
    }
}
