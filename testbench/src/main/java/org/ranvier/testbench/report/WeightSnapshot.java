package org.ranvier.testbench.report;

import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A layer's weights before and after a run, in the unit of its arrays: as a map of signed bytes and as a histogram.
 *
 * <p>Both share one scale, the largest magnitude of either, which the map takes as 127.
 */
final class WeightSnapshot {
    private static final int BINS = 61;
    private static final int FULL = 127;

    /** Longest side of a map; larger matrices keep every n-th row or column. */
    private static final int SIDE = 1024;

    private final int[][] before;
    private final int[][] after;
    private final int largest;

    WeightSnapshot(final int[][] before, final int[][] after) {
        this.before = before;
        this.after = after;
        largest = Math.max(1, Math.max(largest(before), largest(after)));
    }

    /** @return weights that nothing changes: before and after are the same */
    static WeightSnapshot of(final int[][] weights) {
        return new WeightSnapshot(weights, weights);
    }

    private static int largest(final int[][] weights) {
        return Arrays.stream(weights)
                .flatMapToInt(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    Map<String, Object> describe(final int layer) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("layer", layer);
        map.put("rows", before.length);
        map.put("columns", before[0].length);
        map.put("largest", largest);
        map.put("map_rows", kept(before.length));
        map.put("map_columns", kept(before[0].length));
        map.put("map_before", bytes(before));
        map.put("map_after", bytes(after));
        map.put("bins_before", histogram(before));
        map.put("bins_after", histogram(after));
        return map;
    }

    private static int stride(final int side) {
        return (side + SIDE - 1) / SIDE;
    }

    private static int kept(final int side) {
        return (side + stride(side) - 1) / stride(side);
    }

    private String bytes(final int[][] weights) {
        final int rows = kept(weights.length);
        final int columns = kept(weights[0].length);
        final byte[] bytes = new byte[rows * columns];
        for (int i = 0; i < bytes.length; i++) {
            final int weight = weights[i / columns * stride(weights.length)][i % columns * stride(weights[0].length)];
            bytes[i] = (byte) Math.round((double) weight * FULL / largest);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Bins of equal width over -largest..largest. */
    private long[] histogram(final int[][] weights) {
        final long[] bins = new long[BINS];
        for (final int[] row : weights) {
            for (final int weight : row) {
                bins[(int) Math.min(BINS - 1, ((double) weight + largest) / (2.0 * largest) * BINS)]++;
            }
        }
        return bins;
    }
}
