package org.ranvier.testbench.reference;

/**
 * The outer-product update of one array by pulse counts without randomness: round(BL px pd) pulses, px and pd the clipped
 * probabilities of both lines.
 *
 * <p>Probabilities are kept in single precision, as the pulse generators keep them, because a count may sit on the edge between two
 * roundings.
 */
public final class CountedUpdate {
    private static final float ONE = 1 << 20;

    private final PulseSpec spec;

    /**
     * @param spec devices and pulse generators
     */
    public CountedUpdate(final PulseSpec spec) {
        this.spec = spec;
    }

    /**
     * Updates a range of columns.
     *
     * @param weights rows x columns, Q20
     * @param x one value per row, Q20
     * @param d one value per column of the layer, Q20
     * @param from the array's first column
     * @param to the column after its last
     * @param rate learning rate, Q20
     * @return how many pulses were applied
     */
    public long apply(
            final int[][] weights, final int[] x, final int[] d, final int from, final int to, final int rate) {
        final float lr = rate / ONE;
        final float g = (float) spec.granularity();
        final float xMost = most(x, 0, x.length);
        float dMost = most(d, from, to);
        if (spec.managed() && (xMost == 0 || dMost == 0)) {
            return 0;
        }
        int slots = spec.slots();
        float rowScale;
        float columnScale;
        if (spec.managed()) {
            final float needed = lr * xMost * dMost / g;
            slots = spec.shortened() ? (int) Math.min(Math.ceil(needed), slots) : slots;
            if (needed > spec.slots()) {
                dMost *= spec.slots() / needed;
            }
            final float common = (float) Math.sqrt(lr / (g * slots));
            rowScale = common * (float) Math.sqrt(dMost / xMost);
            columnScale = common * (float) Math.sqrt(xMost / dMost);
        } else {
            rowScale = (float) Math.sqrt(lr / (g * slots));
            columnScale = rowScale;
        }
        long pulses = 0;
        for (int row = 0; row < x.length; row++) {
            final float expected = slots * Math.min(Math.abs(x[row] / ONE) * rowScale, 1);
            for (int column = from; expected > 0 && column < to; column++) {
                final int count = (int) Math.rint(expected * Math.min(Math.abs(d[column] / ONE) * columnScale, 1));
                final long change = (x[row] < 0 == d[column] < 0 ? 1L : -1L) * count * spec.dw();
                weights[row][column] =
                        (int) Math.max(-spec.wmax(), Math.min(spec.wmax(), weights[row][column] + change));
                pulses += count;
            }
        }
        return pulses;
    }

    private static float most(final int[] values, final int from, final int to) {
        int most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, Math.abs(values[i]));
        }
        return most / ONE;
    }
}
