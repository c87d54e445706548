package org.ranvier.testbench.reference.fostdgd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

/** The integer model follows the rule in real numbers, and its tables are what they say. */
class FoStdgdReferenceTest {
    private static final ImageSet IMAGES = DataSets.load("mnist", null).train();
    private static final int[] SIZES = {784, 40, 10};

    private static FoStdgdSpec spec(final FoStdgdSpec.Form form, final double order, final double mu) {
        return new FoStdgdSpec(SIZES, form, 20, 4096, order, mu, 1e-3, 0.05, true, true, 1.5, 1, 1);
    }

    /** One image: afterwards the two see different weights, and spikes differ. What is left are codes, tables and rounding. */
    @ParameterizedTest
    @CsvSource({"EXACT, 1, 0.03", "RANK1, 1, 0.03", "EXACT, 1.9, 0.001", "RANK1, 1.9, 0.001", "EXACT, 0.5, 0.3"})
    void shouldStepAsInRealNumbers(final FoStdgdSpec.Form form, final double order, final double mu) {
        final FoStdgdReference integers = new FoStdgdReference(spec(form, order, mu));
        final FoStdgdFloatReference reals = new FoStdgdFloatReference(spec(form, order, mu));
        for (int layer = 1; layer <= 2; layer++) {
            assertThat(integers.weights(layer)).hasDimensions(SIZES[layer - 1], SIZES[layer]);
        }
        final int[][] start = new IntegerNeurons(spec(form, order, mu), 1, FoStdgdSpec.UNIT).weights();
        integers.learn(IMAGES.pixels(), IMAGES.offset(0), IMAGES.label(0));
        reals.learn(IMAGES.pixels(), IMAGES.offset(0), IMAGES.label(0));
        double product = 0;
        double squareInteger = 0;
        double squareReal = 0;
        for (int j = 0; j < start.length; j++) {
            for (int i = 0; i < start[j].length; i++) {
                final double stepInteger = integers.weights(1)[j][i] - start[j][i];
                final double stepReal = reals.weights(1)[j][i] * FoStdgdSpec.UNIT - start[j][i];
                product += stepInteger * stepReal;
                squareInteger += stepInteger * stepInteger;
                squareReal += stepReal * stepReal;
            }
        }
        assertThat(product / Math.sqrt(squareInteger * squareReal)).isGreaterThan(0.95);
        // At order 1.9 gains of a step of 0 are those of code 0, one LSB: 43.3 for 52.7; at 0.5, 3/64 for 0.0357.
        assertThat(Math.sqrt(squareInteger / squareReal)).isBetween(0.75, 1.4);
    }

    @Test
    void shouldKnowTheGammaFunctionAndTheCodesOfSteps() {
        assertThat(Math.exp(GainTable.logGamma(0.5))).isCloseTo(Math.sqrt(Math.PI), within(1e-12));
        assertThat(Math.exp(GainTable.logGamma(0.1))).isCloseTo(9.513507698668732, within(1e-10));
        assertThat(Math.exp(GainTable.logGamma(5))).isCloseTo(24, within(1e-10));
        assertThat(GainTable.code(0)).isZero();
        assertThat(GainTable.code(1)).isZero();
        assertThat(GainTable.code(2)).isEqualTo(4);
        assertThat(GainTable.code(205)).isEqualTo(31);
    }

    /** Without noise of rounding, a constant gradient g settles where |step| = (mu g / Gamma(2 - order))^(1/order) for order below 2. */
    @Test
    void shouldSettleAtTheFixedPointOfTheMap() {
        for (final double order : new double[] {0.5, 1, 1.5, 1.9}) {
            final double drive = 1e-2;
            final double fixed = StrictMath.pow(drive * GainTable.gain(order, 1), 1 / order);
            double step = fixed * 3;
            for (int k = 0; k < 400; k++) {
                step = drive * GainTable.gain(order, step);
            }
            assertThat(step).isCloseTo(fixed, within(fixed * 1e-6));
        }
    }

    @Test
    void shouldLearnWhenItSeesAFewHundredImages() {
        final FoStdgdReference model = new FoStdgdReference(spec(FoStdgdSpec.Form.RANK1, 1.9, 1e-3));
        for (int i = 0; i < 400; i++) {
            model.learn(IMAGES.pixels(), IMAGES.offset(i), IMAGES.label(i));
        }
        int right = 0;
        for (int i = 400; i < 600; i++) {
            right += model.classify(IMAGES.pixels(), IMAGES.offset(i)) == IMAGES.label(i) ? 1 : 0;
        }
        // Chance is 20; 3 standard errors below the 60 % or so of 400 images.
        assertThat(right).isGreaterThan(100);
    }
}
