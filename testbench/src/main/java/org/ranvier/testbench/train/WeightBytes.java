package org.ranvier.testbench.train;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Weights as model files hold them: layers 1..L one after the other, row-major, inputs x neurons, each weight a signed big-endian integer
 * of so many bytes.
 *
 * @param sizes inputs, neurons of the hidden layers, outputs
 * @param moreRows rows that every layer has besides one an input, e.g. 1 for a bias
 * @param width bytes of a weight, 1, 2 or 4
 */
public record WeightBytes(int[] sizes, int moreRows, int width) {
    private static final int MOST_LAYERS = 16;
    private static final int MOST_NEURONS = 65_535;

    /** @return whether no network has these sizes, or its weights would not fit into an array */
    public boolean impossible() {
        return sizes == null
                || sizes.length < 2
                || sizes.length > MOST_LAYERS
                || Arrays.stream(sizes).anyMatch(size -> size < 1 || size > MOST_NEURONS)
                || length() > Integer.MAX_VALUE;
    }

    /** @return bytes that all weights take */
    public long length() {
        long weights = 0;
        for (int layer = 1; layer < sizes.length; layer++) {
            weights += ((long) sizes[layer - 1] + moreRows) * sizes[layer];
        }
        return weights * width;
    }

    /**
     * Writes weights.
     *
     * @param weights by layer, inputs x neurons
     * @return their bytes
     */
    public byte[] write(final int[][][] weights) {
        final ByteBuffer bytes = ByteBuffer.allocate((int) length());
        for (final int[][] layer : weights) {
            for (final int[] row : layer) {
                for (final int weight : row) {
                    for (int shift = width * Byte.SIZE; shift > 0; ) {
                        shift -= Byte.SIZE;
                        bytes.put((byte) (weight >> shift));
                    }
                }
            }
        }
        return bytes.array();
    }

    /**
     * Reads weights.
     *
     * @param bytes as many as {@link #length}
     * @return weights by layer, inputs x neurons
     */
    public int[][][] read(final ByteBuffer bytes) {
        final int[][][] weights = new int[sizes.length - 1][][];
        for (int layer = 0; layer < weights.length; layer++) {
            weights[layer] = new int[sizes[layer] + moreRows][sizes[layer + 1]];
            for (final int[] row : weights[layer]) {
                for (int column = 0; column < row.length; column++) {
                    int weight = bytes.get();
                    for (int more = 1; more < width; more++) {
                        weight = weight << Byte.SIZE | bytes.get() & 0xff;
                    }
                    row[column] = weight;
                }
            }
        }
        return weights;
    }
}
