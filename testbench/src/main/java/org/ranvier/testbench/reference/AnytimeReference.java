package org.ranvier.testbench.reference;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * The integer network of anytime inference, in plain loops: layers work in the same tick, and a sample always runs to its end; when
 * the chip would have stopped is found by looking at the gaps.
 */
public final class AnytimeReference {
    private static final int HALF = 128;
    private static final int FULL = 256;
    private static final int UNIT_BITS = 28;
    private static final int DRAW_BITS = 20;

    private final int[][][] weights;
    private final int[] thresholds;
    private final int ticks;
    private final Double gain;
    private final long seed;

    private final int[][] potential;
    private final int[][] spikeCounts;
    private final int[][] sums;
    private final int[] classes;
    private final int[] gaps;

    /**
     * @param weights by layer, inputs x neurons
     * @param thresholds of the hidden layers
     * @param ticks T
     * @param gain probability of a spike of a white pixel, or null for the integrate-and-fire encoder
     * @param seed of the draws
     */
    public AnytimeReference(
            final int[][][] weights, final int[] thresholds, final int ticks, final Double gain, final long seed) {
        this.weights = weights;
        this.thresholds = thresholds;
        this.ticks = ticks;
        this.gain = gain;
        this.seed = seed;
        potential = new int[thresholds.length][];
        Arrays.setAll(potential, layer -> new int[weights[layer][0].length]);
        spikeCounts = new int[weights.length][ticks];
        sums = new int[ticks][weights[weights.length - 1][0].length];
        classes = new int[ticks];
        gaps = new int[ticks];
    }

    /**
     * Runs one sample to its end.
     *
     * @param pixels pixel bytes
     * @param offset index of the first pixel
     * @param number chooses the draws
     */
    public void run(final byte[] pixels, final int offset, final int number) {
        final int inputs = weights[0].length;
        final int[] state = new int[inputs];
        Arrays.setAll(state, i -> gain == null ? HALF : Xorshift32.seed(seed, 0, number * inputs + i));
        run(tick -> {
            final boolean[] spikes = new boolean[inputs];
            for (int i = 0; i < inputs; i++) {
                final int pixel = pixels[offset + i] & 0xFF;
                spikes[i] = gain == null ? integrate(state, i, pixel) : draw(state, i, pixel);
            }
            return spikes;
        });
    }

    /**
     * Runs a sample of spikes to its end.
     *
     * @param recorded the inputs that spike, by tick; ticks that are not there are silent
     */
    public void run(final int[][] recorded) {
        run(tick -> {
            final boolean[] spikes = new boolean[weights[0].length];
            for (final int input : tick < recorded.length ? recorded[tick] : new int[0]) {
                spikes[input] = true;
            }
            return spikes;
        });
    }

    private void run(final IntFunction<boolean[]> input) {
        for (final int[] layer : potential) {
            Arrays.fill(layer, 0);
        }
        for (int tick = 0; tick < ticks; tick++) {
            boolean[] spikes = input.apply(tick);
            for (int layer = 0; layer < thresholds.length; layer++) {
                spikeCounts[layer][tick] = count(spikes);
                spikes = fire(layer, spikes);
            }
            spikeCounts[thresholds.length][tick] = count(spikes);
            accumulate(tick, spikes);
        }
    }

    private static boolean integrate(final int[] state, final int i, final int pixel) {
        state[i] += pixel;
        if (state[i] < FULL) {
            return false;
        }
        state[i] -= FULL;
        return true;
    }

    private boolean draw(final int[] state, final int i, final int pixel) {
        state[i] = Xorshift32.next(state[i]);
        final long unit = Math.round(gain / 255 * (1 << UNIT_BITS));
        final long probability = pixel * unit + (1 << UNIT_BITS - DRAW_BITS - 1) >> UNIT_BITS - DRAW_BITS;
        return state[i] >>> Integer.SIZE - DRAW_BITS < probability;
    }

    private boolean[] fire(final int layer, final boolean[] input) {
        final int[] v = potential[layer];
        final boolean[] fired = new boolean[v.length];
        for (int neuron = 0; neuron < v.length; neuron++) {
            final int post = neuron;
            final long sum = Math.floorDiv(v[neuron], 2) + sum(input, pre -> weights[layer][pre][post]);
            v[neuron] = (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum));
            if (v[neuron] > thresholds[layer]) {
                fired[neuron] = true;
                v[neuron] = 0;
            }
        }
        return fired;
    }

    private void accumulate(final int tick, final boolean[] input) {
        final int[][] matrix = weights[weights.length - 1];
        for (int k = 0; k < sums[tick].length; k++) {
            final int post = k;
            sums[tick][k] = (tick == 0 ? 0 : sums[tick - 1][k]) + (int) sum(input, pre -> matrix[pre][post]);
        }
        final int[] sorted = sums[tick].clone();
        Arrays.sort(sorted);
        gaps[tick] = sorted[sorted.length - 1] - sorted[sorted.length - 2];
        classes[tick] = indexOf(sums[tick], sorted[sorted.length - 1]);
    }

    private static int indexOf(final int[] values, final int value) {
        int index = 0;
        while (values[index] != value) {
            index++;
        }
        return index;
    }

    private static long sum(final boolean[] input, final IntUnaryOperator weight) {
        long sum = 0;
        for (int pre = 0; pre < input.length; pre++) {
            sum += input[pre] ? weight.applyAsInt(pre) : 0;
        }
        return sum;
    }

    private static int count(final boolean[] spikes) {
        int count = 0;
        for (final boolean spike : spikes) {
            count += spike ? 1 : 0;
        }
        return count;
    }

    /**
     * Finds the first tick whose gap exceeds its threshold.
     *
     * @param table thresholds by tick
     * @return the tick, 1..T; T when there is none
     */
    public int decisionTick(final int[] table) {
        for (int tick = 1; tick < ticks; tick++) {
            if (gaps[tick - 1] > table[tick - 1]) {
                return tick;
            }
        }
        return ticks;
    }

    /** @return the largest class by tick */
    public int[] classes() {
        return classes;
    }

    /** @return the gap between the two largest sums by tick */
    public int[] gaps() {
        return gaps;
    }

    /** @return accumulated logits by tick and class */
    public int[][] sums() {
        return sums;
    }

    /** @return spikes by layer, 0 the input, and tick */
    public int[][] spikeCounts() {
        return spikeCounts;
    }
}
