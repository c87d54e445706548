package org.ranvier.programs.sfdfa;

/** The tables that the host writes before a run. */
final class SfdfaTables {
    private static final int ONE_Q12 = 4096;
    private static final int BRIGHTEST = 255;

    private SfdfaTables() {}

    /**
     * Tabulates the decay of u over k steps, (1 - 2^-shift)^k in Q12, rounded half up.
     *
     * @param entries entries k = 0..; the last one is 0, for spikes without a predecessor
     * @param shift the decay of one step
     * @return the table
     */
    static int[] decay(final int entries, final int shift) {
        final int[] table = new int[entries];
        final double step = 1 - StrictMath.scalb(1.0, -shift);
        for (int k = 0; k < entries - 1; k++) {
            table[k] = (int) Math.floor(ONE_Q12 * StrictMath.pow(step, k) + 0.5);
        }
        return table;
    }

    /**
     * Tabulates the step in which a pixel spikes: (1 - v / 255) last, rounded half to even.
     *
     * @param last the last step
     * @return the step of brightness 0..255; never (-1) for 0
     */
    static int[] steps(final int last) {
        final int[] table = new int[BRIGHTEST + 1];
        table[0] = -1;
        for (int v = 1; v <= BRIGHTEST; v++) {
            table[v] = (int) Math.rint((1 - v / (double) BRIGHTEST) * last);
        }
        return table;
    }
}
