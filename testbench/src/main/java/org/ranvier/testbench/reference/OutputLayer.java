package org.ranvier.testbench.reference;

/** The output neurons: they inhibit each other so that one wins per tick, with softmax(2^bsh u) probability, and it is compared with the label. */
final class OutputLayer {
    private static final int FORWARD_STREAM = 10;

    private final int bsh;
    private final int[] lanes;

    OutputLayer(final SsnnBpSpec spec) {
        bsh = spec.bsh();
        lanes = Xorshift32.lanes(spec.seed(), FORWARD_STREAM + spec.layers(), spec.size(spec.layers()));
    }

    /**
     * Draws once for every neuron and finds the winner.
     *
     * @param sums inputs of the neurons, Q20
     * @return the neuron with the largest noisy score, the lowest of equals
     */
    int compete(final int[] sums) {
        Xorshift32.advance(lanes);
        int winner = 0;
        long best = Long.MIN_VALUE;
        for (int k = 0; k < lanes.length; k++) {
            final long score = ((long) sums[k] << bsh) + GumbelTable.noise(lanes[k]);
            if (score > best) {
                best = score;
                winner = k;
            }
        }
        return winner;
    }

    /**
     * Forms the output error: +1 at the label and -1 at the winner, nothing if they are the same.
     *
     * @param winner who won in this tick
     * @param label who should have
     * @param fired receives the error spikes
     */
    static void compare(final int winner, final int label, final EventList fired) {
        if (winner == label) {
            return;
        }
        fired.add(Math.min(winner, label), winner < label ? -1 : 1);
        fired.add(Math.max(winner, label), winner < label ? 1 : -1);
    }
}
