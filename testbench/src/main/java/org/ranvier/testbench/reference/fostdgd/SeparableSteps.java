package org.ranvier.testbench.reference.fostdgd;

import org.ranvier.testbench.reference.CountedUpdate;

/** The separable update of a crossbar: an outer product of powers of deltas and rates, in pulses. */
final class SeparableSteps {
    private static final int ONE = 1 << 20;
    private static final int RANGE = 256;
    private static final int RANGE_BITS = 4;

    private final FoStdgdSpec spec;
    private final double factor;
    private final CountedUpdate update;
    private final int[] roots;
    private long pulses;

    /**
     * Tabulates the powers of rates.
     *
     * @param spec the run
     * @param deltaOne a delta of 1 as an integer
     * @param update turns vectors into pulses
     */
    SeparableSteps(final FoStdgdSpec spec, final double deltaOne, final CountedUpdate update) {
        this.spec = spec;
        this.update = update;
        factor = spec.mu() / deltaOne * StrictMath.exp(-GainTable.logGamma(2 - spec.order()));
        roots = new int[spec.steps() + 1];
        for (int count = 0; count < roots.length; count++) {
            roots[count] = power((double) count / spec.steps());
        }
    }

    private int power(final double base) {
        return (int) Math.rint(StrictMath.pow(base, 1 / spec.order()) * ONE);
    }

    /** Start weights of a crossbar are limited to what its devices can hold. */
    void limit(final int[][] weights, final int most) {
        for (final int[] row : weights) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.max(-most, Math.min(most, row[i]));
            }
        }
    }

    /**
     * Changes the weights.
     *
     * @param weights inputs x neurons
     * @param heard spikes of each input
     * @param deltas delta of each neuron
     * @param tiles first neuron of each crossbar, and the number of neurons
     */
    void apply(final int[][] weights, final int[] heard, final int[] deltas, final int[] tiles) {
        final int[] x = new int[heard.length];
        for (int j = 0; j < x.length; j++) {
            x[j] = roots[heard[j]];
        }
        final int[] d = new int[deltas.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = deltas[i] > 0 ? -share(deltas[i]) : share(-deltas[i]);
        }
        for (int tile = 0; tile + 1 < tiles.length; tile++) {
            pulses += update.apply(weights, x, d, tiles[tile], tiles[tile + 1], ONE);
        }
    }

    /** The power of a delta's magnitude: exact below 256, at the middle of sixteenths to 4095 and of 256ths beyond. */
    private int share(final int delta) {
        double middle = delta;
        if (delta >= RANGE) {
            final int bits = delta >= RANGE << RANGE_BITS ? 2 * RANGE_BITS : RANGE_BITS;
            middle = (Math.min(RANGE - 1, delta >> bits) + 0.5) * (1 << bits);
        }
        return (int) Math.rint(Math.min(spec.clip(), StrictMath.pow(factor * middle, 1 / spec.order())) * ONE);
    }

    /** @return pulses so far */
    long pulses() {
        return pulses;
    }
}
