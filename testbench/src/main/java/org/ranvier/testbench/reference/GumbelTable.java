package org.ranvier.testbench.reference;

/**
 * Standard Gumbel noise by table: entry i is the quantile (i + 0.5) / 1024 of the distribution, in Q20.
 *
 * <p>Adding it to scores and taking the largest draws a class from the softmax of the scores (the Gumbel-max trick).
 */
final class GumbelTable {
    private static final int BITS = 10;
    private static final int[] NOISE = noise();

    private GumbelTable() {}

    /**
     * @param random 32 random bits, of which the upper 10 are used
     * @return noise in Q20
     */
    static int noise(final int random) {
        return NOISE[random >>> Integer.SIZE - BITS];
    }

    /** StrictMath, because an entry that is off by one in the last bit would change who wins. */
    private static int[] noise() {
        final int[] table = new int[1 << BITS];
        for (int i = 0; i < table.length; i++) {
            final double quantile = (i + 0.5) / table.length;
            table[i] = SsnnBpSpec.q20(-StrictMath.log(-StrictMath.log(quantile)));
        }
        return table;
    }
}
