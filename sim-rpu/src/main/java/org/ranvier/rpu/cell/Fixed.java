package org.ranvier.rpu.cell;

/** The weight unit of a crossbar's read-outs: Q20 fixed point, one weight of 1 is 2^20. */
public final class Fixed {
    /** The Q20 representation of 1. */
    public static final int ONE = 1 << 20;

    /** The largest magnitude of a weight or bound, so that one device always fits an int. */
    public static final double LIMIT = 1024;

    private Fixed() {}

    /**
     * Rounds to the nearest Q20 number, halves to even; saturates at the ends of the int range.
     *
     * @param weight a weight
     * @return the weight in Q20
     */
    public static int of(final double weight) {
        return (int) Math.rint(weight * ONE);
    }

    /**
     * Converts back, exactly.
     *
     * @param weight a weight in Q20
     * @return the weight
     */
    public static double toDouble(final int weight) {
        return weight * 0x1p-20;
    }
}
