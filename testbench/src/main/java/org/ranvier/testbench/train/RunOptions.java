package org.ranvier.testbench.train;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.error.ConfigurationException;

/**
 * What a training run does under any rule. Ranges are checked; whether the data set holds enough images is checked when the run
 * is built.
 *
 * @param hidden neurons of the hidden layers, one or more
 * @param epochs passes over the training images, each in a fresh order
 * @param trainSamples training images used, the first of the set; null for all
 * @param testSamples test images used, the first of the set; null for all
 * @param testEvery epochs between two tests; the last epoch is always followed by one
 * @param eta learning rate; null for the rule's default
 * @param seed of initial weights, random lanes, devices and order of images
 * @param device name of the device
 */
public record RunOptions(
        int[] hidden,
        int epochs,
        Integer trainSamples,
        Integer testSamples,
        int testEvery,
        Double eta,
        long seed,
        String device) {
    private static final int MOST_LAYERS = 15;

    /** Checks the ranges. */
    public RunOptions {
        if (hidden.length < 1 || hidden.length > MOST_LAYERS) {
            throw ConfigurationException.of("--hidden", hidden.length + " layers", "1.." + MOST_LAYERS);
        }
        for (final int neurons : hidden) {
            checkRange("--hidden", neurons, 1, 65_535);
        }
        checkRange("--epochs", epochs, 1, 10_000);
        if (trainSamples != null) {
            checkRange("--train-samples", trainSamples, 1, Integer.MAX_VALUE);
        }
        if (testSamples != null) {
            checkRange("--test-samples", testSamples, 1, Integer.MAX_VALUE);
        }
        checkRange("--test-every", testEvery, 1, 10_000);
        if (eta != null) {
            checkRange("--eta", eta, Double.MIN_VALUE, 1e6);
        }
    }

    /**
     * @param other seed of the copy
     * @return the same run with another seed
     */
    public RunOptions withSeed(final long other) {
        return new RunOptions(hidden, epochs, trainSamples, testSamples, testEvery, eta, other, device);
    }

    /**
     * Gives the layers of the network.
     *
     * @param inputs pixels of an image
     * @param classes classes of the data set
     * @return neurons of layers 0..L
     */
    int[] sizes(final int inputs, final int classes) {
        final int[] sizes = new int[hidden.length + 2];
        sizes[0] = inputs;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[hidden.length + 1] = classes;
        return sizes;
    }
}
