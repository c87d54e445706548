package org.ranvier.testbench.baseline;

import java.util.SplittableRandom;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SampleOrder;

/**
 * A fully connected network trained by plain back-propagation: softmax with cross-entropy, one sample per step, no momentum, no regulariser.
 *
 * <p>A pixel p is the input p / 256. Everything follows from the spec: the same seed gives the same weights again.
 */
public final class BackPropagation {
    private final BackPropagationSpec spec;
    private final double[] input;
    private final DenseLayer[] layers;
    private final int last;

    /**
     * Builds the network with its start weights.
     *
     * @param spec what to build
     */
    public BackPropagation(final BackPropagationSpec spec) {
        final int[] sizes = spec.sizes();
        final SplittableRandom random = new SplittableRandom(spec.seed());
        this.spec = spec;
        this.input = new double[sizes[0]];
        this.last = sizes.length - 2;
        this.layers = new DenseLayer[last + 1];
        for (int l = 0; l <= last; l++) {
            layers[l] = new DenseLayer(sizes[l], sizes[l + 1], random);
        }
    }

    /**
     * Shows every image once, in the fresh order of the epoch, and learns from each.
     *
     * @param images what to learn, one or more, labels below the number of outputs
     * @param epoch from 0; decides order and learning rate
     * @throws ConfigurationException if the images do not fit the network
     */
    public void trainEpoch(final ImageSet images, final int epoch) {
        final double eta = spec.eta(epoch);
        for (final int image : new SampleOrder(spec.seed(), images.count()).epoch(epoch)) {
            ConfigurationException.checkRange("label", images.label(image), 0, layers[last].values().length - 1);
            present(images, image);
            learn(images.label(image), eta);
        }
    }

    /**
     * Measures how many images are classified correctly.
     *
     * @param images what to present, one or more
     * @return the fraction that is right, 0..1
     * @throws ConfigurationException if the images do not fit the network
     */
    public double accuracy(final ImageSet images) {
        int right = 0;
        for (int i = 0; i < images.count(); i++) {
            if (classify(images, i) == images.label(i)) {
                right++;
            }
        }
        return (double) right / images.count();
    }

    /**
     * Decides on one image.
     *
     * @param images where it is
     * @param image its index
     * @return the class of largest probability, the lowest of equals
     * @throws ConfigurationException if the images do not fit the network
     */
    public int classify(final ImageSet images, final int image) {
        present(images, image);
        final double[] probabilities = layers[last].values();
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            if (probabilities[k] > probabilities[best]) {
                best = k;
            }
        }
        return best;
    }

    private void present(final ImageSet images, final int image) {
        if (images.imageSize() != input.length) {
            throw ConfigurationException.of(
                    "sizes[0]", input.length, images.imageSize() + ", the pixels of an image of " + images.name());
        }
        for (int i = 0; i < input.length; i++) {
            input[i] = images.pixel(image, i) / 256.0;
        }
        for (int l = 0; l <= last; l++) {
            layers[l].sum(below(l));
            final double[] values = layers[l].values();
            if (l == last) {
                softmax(values);
            } else {
                for (int j = 0; j < values.length; j++) {
                    values[j] = spec.activation().value(values[j]);
                }
            }
        }
    }

    private double[] below(final int layer) {
        return layer == 0 ? input : layers[layer - 1].values();
    }

    /** StrictMath, so that the weights are the same on every machine. */
    private static void softmax(final double[] sums) {
        double max = Double.NEGATIVE_INFINITY;
        for (final double sum : sums) {
            max = Math.max(max, sum);
        }
        double total = 0;
        for (int k = 0; k < sums.length; k++) {
            sums[k] = StrictMath.exp(sums[k] - max);
            total += sums[k];
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= total;
        }
    }

    private void learn(final int label, final double eta) {
        final double[] outputErrors = layers[last].errors();
        for (int k = 0; k < outputErrors.length; k++) {
            outputErrors[k] = (k == label ? 1 : 0) - layers[last].values()[k];
        }
        for (int l = last - 1; l >= 0; l--) {
            final double[] values = layers[l].values();
            for (int j = 0; j < values.length; j++) {
                layers[l].errors()[j] = spec.activation().hasSlope(values[j]) ? layers[l + 1].errorAt(j) : 0;
            }
        }
        for (int l = 0; l <= last; l++) {
            layers[l].step(below(l), eta);
        }
    }
}
