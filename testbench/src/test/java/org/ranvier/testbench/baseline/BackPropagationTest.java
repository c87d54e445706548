package org.ranvier.testbench.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.StoredImages;

final class BackPropagationTest {
    private static final DataSet MNIST = DataSets.load("mnist", null);

    /** A run is deterministic and reaches .858 and .880: the bounds leave two points for changes of the generator. */
    @ParameterizedTest
    @CsvSource({"CLIPPED_RELU, 0.84", "RELU, 0.86"})
    void shouldClassifyUnseenDigitsWhenTrainedOnTwoThousand(final Activation activation, final double bound) {
        final BackPropagation network = network(activation, 1);
        train(network, 3);
        assertThat(network.accuracy(MNIST.test().first(5000))).isBetween(bound, 0.95);
    }

    @Test
    void shouldGuessWhenUntrained() {
        assertThat(network(Activation.RELU, 1).accuracy(MNIST.test().first(5000)))
                .isBetween(0.02, 0.3);
    }

    @Test
    void shouldGiveTheSameAnswersWhenSeedIsTheSame() {
        final BackPropagation one = network(Activation.CLIPPED_RELU, 5);
        final BackPropagation same = network(Activation.CLIPPED_RELU, 5);
        final BackPropagation other = network(Activation.CLIPPED_RELU, 6);
        train(one, 1);
        train(same, 1);
        train(other, 1);
        final double accuracy = one.accuracy(MNIST.test());
        assertThat(same.accuracy(MNIST.test())).isEqualTo(accuracy);
        assertThat(other.accuracy(MNIST.test())).isNotEqualTo(accuracy);
    }

    @Test
    void shouldRaiseTheProbabilityOfTheLabelWhenOneImageIsRepeated() {
        final ImageSet image = new StoredImages("dot", 1, 2, new byte[] {(byte) 128, 0}, new byte[] {2});
        final BackPropagation network =
                new BackPropagation(new BackPropagationSpec(new int[] {2, 8, 3}, Activation.RELU, 0.5, 1, 3));
        for (int epoch = 0; epoch < 20; epoch++) {
            network.trainEpoch(image, epoch);
        }
        assertThat(network.classify(image, 0)).isEqualTo(2);
    }

    @Test
    void shouldDecayTheLearningRateWhenEpochsPass() {
        final BackPropagationSpec spec = new BackPropagationSpec(new int[] {1, 1}, Activation.RELU, 0.5, 0.5, 0);
        assertThat(spec.eta(0)).isEqualTo(0.5);
        assertThat(spec.eta(3)).isEqualTo(0.0625);
    }

    @Test
    void shouldNameTheOptionWhenSettingsAreOutOfRange() {
        assertThatThrownBy(() -> new BackPropagationSpec(new int[] {784}, Activation.RELU, .1, 1, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("sizes: [784] is not allowed, expected two or more layers");
        assertThatThrownBy(() -> new BackPropagationSpec(new int[] {784, 10}, Activation.RELU, 0, 1, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("eta: 0.0 is not allowed");
        assertThatThrownBy(() -> new BackPropagationSpec(new int[] {784, 10}, Activation.RELU, .1, 1.5, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("decay: 1.5 is not allowed");
    }

    @Test
    void shouldRefuseImagesWhenTheirSizeIsNotTheInput() {
        final BackPropagation network =
                new BackPropagation(new BackPropagationSpec(new int[] {4, 10}, Activation.RELU, .1, 1, 0));
        assertThatThrownBy(() -> network.classify(MNIST.test(), 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("sizes[0]: 4 is not allowed, expected 784, the pixels of an image of mnist test");
    }

    private static BackPropagation network(final Activation activation, final long seed) {
        return new BackPropagation(new BackPropagationSpec(new int[] {784, 50, 10}, activation, 0.03, 0.7, seed));
    }

    private static void train(final BackPropagation network, final int epochs) {
        final ImageSet images = MNIST.train().first(2000);
        for (int epoch = 0; epoch < epochs; epoch++) {
            network.trainEpoch(images, epoch);
        }
    }
}
