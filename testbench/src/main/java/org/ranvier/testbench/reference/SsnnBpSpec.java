package org.ranvier.testbench.reference;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;

/**
 * What defines a run of SSNN-BP (stochastic spiking back-propagation with error spikes, after Biswas, Saraswat and Ganguly 2023) to the last bit.
 *
 * <p>There are L = {@code sizes.length - 1} layers with weights, numbered 1..L; layer 0 is the input. Numbers in Q20 are integers in
 * units of 2^-20.
 *
 * @param sizes neurons per layer, input first; 2 or more entries, each 1 or more
 * @param ticks N, how many ticks of every learning presentation may change a crossbar; 1 or more
 * @param inferTicks how many winners a presentation without learning counts; 1 or more
 * @param dw the step of one weight pulse, Q20, 0..wmax
 * @param wmax the largest magnitude of a weight, Q20, 1 or more
 * @param bsh the softmax sees scores times 2^bsh; 0..10
 * @param thetaShifts one per hidden layer: its neurons saturate at 2^shift; 0..10
 * @param kappaShifts one per hidden layer: its errors are scaled by 2^shift; -20..7
 * @param align whether pulses pair an error with the very spike that caused it (delay lines) or with the present one
 * @param seed of all random streams
 */
public record SsnnBpSpec(
        int[] sizes,
        int ticks,
        int inferTicks,
        int dw,
        int wmax,
        int bsh,
        int[] thetaShifts,
        int[] kappaShifts,
        boolean align,
        long seed) {

    /** 1.0 in Q20. */
    public static final int ONE = 1 << 20;

    static final int MAX_TICKS = 1 << 24;

    /**
     * Checks and copies.
     *
     * @throws ConfigurationException naming the option, its value and what is allowed
     */
    public SsnnBpSpec {
        sizes = sizes.clone();
        thetaShifts = thetaShifts.clone();
        kappaShifts = kappaShifts.clone();
        if (sizes.length < 2) {
            throw ConfigurationException.of("sizes", Arrays.toString(sizes), "two or more layers");
        }
        ConfigurationException.checkRange("ticks", ticks, 1, MAX_TICKS);
        ConfigurationException.checkRange("inferTicks", inferTicks, 1, MAX_TICKS);
        ConfigurationException.checkRange("wmax", wmax, 1, Integer.MAX_VALUE);
        ConfigurationException.checkRange("dw", dw, 0, wmax);
        ConfigurationException.checkRange("bsh", bsh, 0, 10);
        checkShifts("thetaShifts", thetaShifts, sizes.length - 2, 0, 10);
        checkShifts("kappaShifts", kappaShifts, sizes.length - 2, -20, 7);
        for (int l = 1; l < sizes.length; l++) {
            checkLayer(sizes, l, wmax);
        }
    }

    /**
     * Gives the settings that train robustly: theta 1, beta 2, kappa 1, aligned, weights within +-1, 64 ticks of read-out.
     *
     * @param sizes neurons per layer, input first
     * @param ticks N, see the record
     * @param eta the learning rate; a pulse is eta / N
     * @param seed of all random streams
     * @return the spec
     */
    public static SsnnBpSpec of(final int[] sizes, final int ticks, final double eta, final long seed) {
        final int[] zeros = new int[Math.max(0, sizes.length - 2)];
        return new SsnnBpSpec(sizes, ticks, 64, q20(eta / ticks), ONE, 1, zeros, zeros, true, seed);
    }

    /**
     * Rounds to Q20.
     *
     * @param value any number of magnitude below 2048
     * @return the nearest multiple of 2^-20, in these units
     */
    public static int q20(final double value) {
        return (int) Math.round(value * ONE);
    }

    @Override
    public int[] sizes() {
        return sizes.clone();
    }

    @Override
    public int[] thetaShifts() {
        return thetaShifts.clone();
    }

    @Override
    public int[] kappaShifts() {
        return kappaShifts.clone();
    }

    /** @return L, the number of layers that have weights */
    public int layers() {
        return sizes.length - 1;
    }

    /**
     * @param layer 0 = input .. L = output
     * @return its neurons
     */
    public int size(final int layer) {
        return sizes[layer];
    }

    /**
     * Changes the pulses, e.g. for a gradient check with many ticks of the smallest step.
     *
     * @param newTicks N of the copy
     * @param newDw dw of the copy, Q20
     * @return a copy that differs in those
     */
    public SsnnBpSpec withPulses(final int newTicks, final int newDw) {
        return new SsnnBpSpec(sizes, newTicks, inferTicks, newDw, wmax, bsh, thetaShifts, kappaShifts, align, seed);
    }

    /**
     * Switches the delay lines.
     *
     * @param newAlign align of the copy
     * @return a copy that differs in it
     */
    public SsnnBpSpec withAlign(final boolean newAlign) {
        return new SsnnBpSpec(sizes, ticks, inferTicks, dw, wmax, bsh, thetaShifts, kappaShifts, newAlign, seed);
    }

    /** The bound of the uniform start weights, Q20 (Glorot and Bengio 2010). */
    static int initialBound(final int inputs, final int columns) {
        return q20(Math.sqrt(6.0 / (inputs + columns)));
    }

    private static void checkShifts(
            final String option, final int[] shifts, final int hiddenLayers, final int min, final int max) {
        if (shifts.length != hiddenLayers) {
            throw ConfigurationException.of(
                    option, Arrays.toString(shifts), hiddenLayers + " values, one per hidden layer");
        }
        for (final int shift : shifts) {
            ConfigurationException.checkRange(option, shift, min, max);
        }
    }

    /** A layer's sums are 32-bit integers on the chip: all its inputs at the largest weight must not overflow them. */
    private static void checkLayer(final int[] sizes, final int layer, final int wmax) {
        final int inputs =
                ConfigurationException.checkRange("sizes[" + (layer - 1) + "]", sizes[layer - 1], 1, 1 << 24);
        final int columns = ConfigurationException.checkRange("sizes[" + layer + "]", sizes[layer], 1, 1 << 24);
        final long largest = Math.max(wmax, initialBound(inputs, columns));
        if ((inputs + 1L) * largest > Integer.MAX_VALUE) {
            throw ConfigurationException.of(
                    "sizes[" + (layer - 1) + "]",
                    inputs,
                    "at most " + (Integer.MAX_VALUE / largest - 1) + " inputs to a layer with weights within +-"
                            + largest + " (Q20), else its sums overflow");
        }
        if ((inputs + 1L) * columns > Integer.MAX_VALUE) {
            throw ConfigurationException.of("sizes[" + layer + "]", columns, "fewer than 2^31 weights in a layer");
        }
    }
}
