package org.ranvier.testbench.reference.sfdfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

/** The integer form learns digits, and its parts do what the rule says. */
class SfdfaReferenceTest {
    private static final DataSet MNIST = DataSets.load("mnist", null);

    /** Chance is 0.1. The bounds are at least 0.04 below what each reaches with this seed. */
    @ParameterizedTest
    @ValueSource(strings = {"short", "r0", "r1"})
    void shouldLearnDigitsFromTwoThousandImages(final String recipe) {
        final SfdfaReference reference = new SfdfaReference(spec(recipe));
        final ImageSet train = MNIST.train();
        for (int i = 0; i < 2000; i++) {
            reference.learn(train.pixels(), train.offset(i), train.label(i));
        }
        assertThat(accuracy(reference, MNIST.test().first(1000))).isGreaterThan(0.75);
    }

    private static SfdfaSpec spec(final String recipe) {
        return switch (recipe) {
            case "short" -> SfdfaRecipes.shortForm(new int[] {784, 100, 10}, 1);
            case "r0" -> SfdfaRecipes.r0(new int[] {784, 100, 10}, 1);
            default -> SfdfaRecipes.r1(new int[] {784, 100, 10}, 1);
        };
    }

    private static double accuracy(final SfdfaReference reference, final ImageSet images) {
        int right = 0;
        for (int i = 0; i < images.count(); i++) {
            right += reference.classify(images.pixels(), images.offset(i)) == images.label(i) ? 1 : 0;
        }
        return (double) right / images.count();
    }

    /** The claim behind learned feedback: B turns towards the transposed output weights, a random B does not. */
    @Test
    void shouldAlignFeedbackWithTheOutputWeightsWhenItIsLearned() {
        assertThat(alignment(SfdfaRecipes.shortForm(new int[] {784, 100, 10}, 1)))
                .isGreaterThan(0.9);
        assertThat(alignment(SfdfaRecipes.dfaR0(new int[] {784, 100, 10}, 1))).isLessThan(0.6);
    }

    private static double alignment(final SfdfaSpec spec) {
        final SfdfaReference reference = new SfdfaReference(spec);
        final ImageSet train = MNIST.train();
        for (int i = 0; i < 1500; i++) {
            reference.learn(train.pixels(), train.offset(i), train.label(i));
        }
        return reference.alignment();
    }

    /** A hidden neuron that stays silent in a sample learns nothing from it. */
    @Test
    void shouldKeepWeightsAndFeedbackOfSilentNeurons() {
        final SfdfaReference reference = new SfdfaReference(SfdfaRecipes.r0(new int[] {784, 50, 10}, 2));
        final int[][] before = reference.weights(1);
        reference.learn(MNIST.train().pixels(), 0, MNIST.train().label(0));
        final int[][] after = reference.weights(1);
        final int[] counts = reference.counts(1);
        int silent = 0;
        int moved = 0;
        for (int j = 0; j < counts.length; j++) {
            final boolean kept =
                    Arrays.equals(before[j], after[j]) && sum(reference.feedback(1)[j]) == 0;
            assertThat(kept || counts[j] > 0).isTrue();
            silent += counts[j] == 0 ? 1 : 0;
            moved += kept ? 0 : 1;
        }
        assertThat(silent).isPositive();
        assertThat(moved).isPositive();
    }

    private static long sum(final int[] values) {
        return Arrays.stream(values).mapToLong(Math::abs).sum();
    }

    @Test
    void shouldLearnTheSameWhenImagesAreClassifiedInBetween() {
        final ImageSet train = MNIST.train();
        final SfdfaReference plain = new SfdfaReference(SfdfaRecipes.r1(new int[] {784, 30, 10}, 3));
        final SfdfaReference tested = new SfdfaReference(SfdfaRecipes.r1(new int[] {784, 30, 10}, 3));
        for (int i = 0; i < 20; i++) {
            plain.learn(train.pixels(), train.offset(i), train.label(i));
            tested.learn(train.pixels(), train.offset(i), train.label(i));
            tested.classify(train.pixels(), train.offset(i + 20));
        }
        assertThat(tested.weights(1)).isDeepEqualTo(plain.weights(1));
        assertThat(tested.weights(2)).isDeepEqualTo(plain.weights(2));
    }

    @Test
    void shouldSayWhatIsAllowedWhenALabelOrAnImageIsNot() {
        final SfdfaReference reference = new SfdfaReference(SfdfaRecipes.r0(new int[] {4, 3, 2}, 1));
        assertThatThrownBy(() -> reference.learn(new byte[4], 0, 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("label: 2 is not allowed, expected 0..1");
        assertThatThrownBy(() -> reference.classify(new byte[4], 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("image offset: 1 is not allowed, expected room for 4 pixels behind it");
    }
}
