package org.ranvier.testbench.reference;

import org.ranvier.core.error.ConfigurationException;

/**
 * The exact gradient of one image, for comparison with what spikes summed up.
 *
 * <p>The same weights are read as an ordinary network in real numbers: clipped linear neurons, a softmax on top, cross-entropy. Its
 * back-propagation gives for every crossbar the outer product of the lower layer's activity and the upper layer's error, in the
 * direction that lowers the loss. Spike coincidences of a long presentation with (almost) frozen weights should be parallel to it.
 */
public final class GradientCheck {
    private final double[][] activities;
    private final double[][] errors;
    private final int label;

    private GradientCheck(final double[][] activities, final double[][] errors, final int label) {
        this.activities = activities;
        this.errors = errors;
        this.label = label;
    }

    /**
     * Computes the gradient.
     *
     * @param spec sizes, theta and beta of the network
     * @param weights entry l-1 holds crossbar l in Q20, row by row, bias row last
     * @param pixels unsigned bytes; a pixel p is the input p / 256
     * @param offset where the image starts
     * @param label its class
     * @return the gradient
     */
    public static GradientCheck of(
            final SsnnBpSpec spec, final int[][] weights, final byte[] pixels, final int offset, final int label) {
        final int last = spec.layers();
        final double[][] activities = new double[last + 1][];
        final double[][] errors = new double[last + 1][];
        final double[][] slopes = new double[last + 1][];
        activities[0] = new double[spec.size(0)];
        for (int i = 0; i < activities[0].length; i++) {
            activities[0][i] = (pixels[offset + i] & 0xff) / 256.0;
        }
        for (int l = 1; l < last; l++) {
            final double theta = 1 << spec.thetaShifts()[l - 1];
            final double[] sums = sums(activities[l - 1], weights[l - 1], spec.size(l));
            activities[l] = new double[sums.length];
            slopes[l] = new double[sums.length];
            for (int j = 0; j < sums.length; j++) {
                activities[l][j] = Math.max(0, Math.min(1, sums[j] / theta));
                slopes[l][j] = sums[j] > 0 && sums[j] < theta ? 1 : 0;
            }
        }
        activities[last] = softmax(sums(activities[last - 1], weights[last - 1], spec.size(last)), 1 << spec.bsh());
        errors[last] = new double[spec.size(last)];
        for (int k = 0; k < errors[last].length; k++) {
            errors[last][k] = (k == label ? 1 : 0) - activities[last][k];
        }
        for (int l = last - 1; l >= 1; l--) {
            errors[l] = back(weights[l], errors[l + 1], slopes[l]);
        }
        return new GradientCheck(activities, errors, label);
    }

    private static double[] sums(final double[] inputs, final int[] weights, final int columns) {
        final double[] sums = new double[columns];
        for (int i = 0; i <= inputs.length; i++) {
            final double input = (i < inputs.length ? inputs[i] : 1) / SsnnBpSpec.ONE;
            for (int j = 0; j < columns; j++) {
                sums[j] += input * weights[i * columns + j];
            }
        }
        return sums;
    }

    private static double[] softmax(final double[] sums, final int beta) {
        double max = Double.NEGATIVE_INFINITY;
        for (final double sum : sums) {
            max = Math.max(max, sum);
        }
        final double[] probabilities = new double[sums.length];
        double total = 0;
        for (int k = 0; k < sums.length; k++) {
            probabilities[k] = Math.exp(beta * (sums[k] - max));
            total += probabilities[k];
        }
        for (int k = 0; k < sums.length; k++) {
            probabilities[k] /= total;
        }
        return probabilities;
    }

    private static double[] back(final int[] weights, final double[] above, final double[] slopes) {
        final double[] errors = new double[slopes.length];
        for (int j = 0; j < errors.length; j++) {
            double sum = 0;
            for (int k = 0; k < above.length; k++) {
                sum += above[k] * weights[j * above.length + k];
            }
            errors[j] = slopes[j] * sum / SsnnBpSpec.ONE;
        }
        return errors;
    }

    /** @return 1 - p(label), 0..1: how wrong the network is about this image */
    public double labelError() {
        return errors[errors.length - 1][label];
    }

    /** @return the softmax probabilities of the classes; a copy */
    public double[] probabilities() {
        return activities[activities.length - 1].clone();
    }

    /**
     * Compares with summed coincidences.
     *
     * @param layer the crossbar, 1..L
     * @param sums signed coincidences, or weight changes, in the layout of the weights
     * @return the cosine of the two matrices, -1..1; 0 if one of them is zero
     */
    public double cosine(final int layer, final int[] sums) {
        final double[] below = activities[layer - 1];
        final double[] above = errors[layer];
        if (sums.length != (below.length + 1) * above.length) {
            throw ConfigurationException.of(
                    "coincidences of crossbar " + layer, sums.length, (below.length + 1) * above.length + " values");
        }
        double product = 0;
        double exactSquare = 0;
        double sumSquare = 0;
        for (int i = 0; i <= below.length; i++) {
            for (int j = 0; j < above.length; j++) {
                final double exact = (i < below.length ? below[i] : 1) * above[j];
                final double sum = sums[i * above.length + j];
                product += exact * sum;
                exactSquare += exact * exact;
                sumSquare += sum * sum;
            }
        }
        return exactSquare == 0 || sumSquare == 0 ? 0 : product / Math.sqrt(exactSquare * sumSquare);
    }
}
