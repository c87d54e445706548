package org.ranvier.testbench.reference;

import org.ranvier.core.error.ConfigurationException;

/**
 * RPU-SGD in integers: a multi-layer perceptron with softmax output, trained image by image by back-propagation, its weights changed
 * by whole pulses.
 *
 * <p>Layers are numbered 0 = input .. L = output, and crossbar l carries the weights from layer l-1 to layer l. All values are Q20;
 * a sum of products is rounded down once, a single product to the nearest.
 */
public final class RpuSgdReference {
    private static final int ONE = 1 << 20;
    private static final int BITS = 20;
    private static final int FIRST_WEIGHT_STREAM = 100;
    private static final int WHITE = 4112;

    private final RpuSgdSpec spec;
    private final int last;
    private final CountedUpdate update;

    /** Index l of each of these belongs to layer or crossbar l; entry 0 of what has weights is null. */
    private final int[][] values;

    private final int[][][] weights;
    private final int[][] errors;
    private final long[] pulses;
    private int answer;

    /**
     * Builds the network with its start weights.
     *
     * @param spec what to build
     */
    public RpuSgdReference(final RpuSgdSpec spec) {
        this.spec = spec;
        this.last = spec.layers();
        this.update = new CountedUpdate(spec.pulses());
        final int[] sizes = spec.sizes();
        values = new int[last + 1][];
        weights = new int[last + 1][][];
        errors = new int[last + 1][];
        pulses = new long[last + 1];
        for (int l = 0; l <= last; l++) {
            // A place more than neurons below the output: the bias of the layer above.
            values[l] = new int[l < last ? sizes[l] + 1 : sizes[l]];
            if (l < last) {
                values[l][sizes[l]] = ONE;
            }
        }
        for (int l = 1; l <= last; l++) {
            errors[l] = new int[sizes[l]];
            weights[l] = startWeights(sizes[l - 1], sizes[l], FIRST_WEIGHT_STREAM + l - 1);
        }
    }

    private int[][] startWeights(final int inputs, final int outputs, final int stream) {
        final int[] flat = new WeightMatrix(inputs, outputs, spec.seed(), stream).weights();
        final int[][] matrix = new int[inputs + 1][outputs];
        for (int row = 0; row <= inputs; row++) {
            System.arraycopy(flat, row * outputs, matrix[row], 0, outputs);
        }
        return matrix;
    }

    /**
     * Presents one image and learns from it.
     *
     * @param pixels unsigned bytes
     * @param offset where the image starts
     * @param label its class
     * @param rate learning rate in Q20, 1 or more
     * @return the class it was taken for before
     */
    public int learn(final byte[] pixels, final int offset, final int label, final int rate) {
        ConfigurationException.checkRange("label", label, 0, errors[last].length - 1);
        infer(pixels, offset);
        for (int k = 0; k < errors[last].length; k++) {
            errors[last][k] = (k == label ? ONE : 0) - values[last][k];
        }
        for (int l = last; l >= 1; l--) {
            if (l > 1) {
                feedBack(l);
            }
            final int[] starts = spec.arrays(l);
            for (int array = 0; array + 1 < starts.length; array++) {
                pulses[l] += update.apply(weights[l], values[l - 1], errors[l], starts[array], starts[array + 1], rate);
            }
        }
        return answer;
    }

    /** Errors of layer l-1 from those of layer l: each array of the layer adds what it read. */
    private void feedBack(final int l) {
        final int[] starts = spec.arrays(l);
        for (int row = 0; row < errors[l - 1].length; row++) {
            long sum = 0;
            for (int array = 0; array + 1 < starts.length; array++) {
                long read = 0;
                for (int column = starts[array]; column < starts[array + 1]; column++) {
                    read += (long) weights[l][row][column] * errors[l][column];
                }
                sum += read >> BITS;
            }
            errors[l - 1][row] = nearest(sum * derivative(values[l - 1][row]));
        }
    }

    private long derivative(final int value) {
        return switch (spec.hidden()) {
            case SIGMOID -> nearest((long) (ONE - value) * value);
            case TANH -> ONE - nearest((long) value * value);
            case RELU -> value > 0 ? ONE : 0;
        };
    }

    /**
     * Presents one image; nothing is learnt.
     *
     * @param pixels unsigned bytes
     * @param offset where the image starts
     * @return its class: the output with the largest sum, the lowest of equals
     */
    public int infer(final byte[] pixels, final int offset) {
        for (int i = 0; i < values[0].length - 1; i++) {
            values[0][i] = (pixels[offset + i] & 0xFF) * WHITE;
        }
        for (int l = 1; l <= last; l++) {
            final long[] sums = sums(l);
            if (l == last) {
                softmax(sums);
            } else {
                for (int j = 0; j < sums.length; j++) {
                    values[l][j] = activation(sums[j]);
                }
            }
        }
        return answer;
    }

    private long[] sums(final int l) {
        final long[] sums = new long[errors[l].length];
        for (int row = 0; row < weights[l].length; row++) {
            for (int column = 0; column < sums.length; column++) {
                sums[column] += (long) weights[l][row][column] * values[l - 1][row];
            }
        }
        for (int column = 0; column < sums.length; column++) {
            sums[column] >>= BITS;
        }
        return sums;
    }

    private int activation(final long sum) {
        if (spec.hidden() == RpuSgdSpec.Hidden.RELU) {
            return (int) Math.max(0, sum);
        }
        // The argument in steps of 1/64, to the nearest, between -8 and 8 less a step.
        final double u = Math.max(-512, Math.min(511, sum + (1 << 13) >> 14)) / 64.0;
        return (int) Math.rint(
                ONE * (spec.hidden() == RpuSgdSpec.Hidden.TANH ? StrictMath.tanh(u) : 1 / (1 + StrictMath.exp(-u))));
    }

    private void softmax(final long[] sums) {
        answer = 0;
        for (int k = 1; k < sums.length; k++) {
            answer = sums[k] > sums[answer] ? k : answer;
        }
        long total = 0;
        for (int k = 0; k < sums.length; k++) {
            final long below = Math.min(1023, sums[answer] - sums[k] + (1 << 12) >> 13);
            values[last][k] = (int) Math.rint(ONE * StrictMath.exp(-below / 128.0));
            total += values[last][k];
        }
        final long reciprocal = (1L << 30) / (total >> 10);
        for (int k = 0; k < sums.length; k++) {
            values[last][k] = nearest(values[last][k] * reciprocal);
        }
    }

    /** Brings a product of two Q20 numbers back to Q20, halves up. */
    private static int nearest(final long product) {
        return (int) (product + (1 << BITS - 1) >> BITS);
    }

    /** @return the probability of the last answer, Q20 */
    public int probability() {
        return values[last][answer];
    }

    /**
     * Reads a crossbar out.
     *
     * @param layer 1..L
     * @return its weights in Q20, one row per neuron below and the bias row last; the matrix itself, not a copy
     */
    public int[][] weights(final int layer) {
        return weights[layer];
    }

    /**
     * Counts pulses.
     *
     * @param layer 1..L
     * @return pulses applied to the crossbar since construction
     */
    public long pulses(final int layer) {
        return pulses[layer];
    }
}
