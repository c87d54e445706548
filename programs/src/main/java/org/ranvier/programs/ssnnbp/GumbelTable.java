package org.ranvier.programs.ssnnbp;

/** Gumbel noise in Q20 by rank: the constants that the output cores look up to sample a softmax by taking a maximum. */
final class GumbelTable {
    private static final int ENTRIES = 1024;
    private static final double ONE = 1 << 20;

    private GumbelTable() {}

    /** @return {@code round(-ln(-ln((i + 0.5) / 1024)) 2^20)} for i = 0..1023 */
    static int[] entries() {
        final int[] table = new int[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            table[i] = (int) Math.round(-StrictMath.log(-StrictMath.log((i + 0.5) / ENTRIES)) * ONE);
        }
        return table;
    }
}
