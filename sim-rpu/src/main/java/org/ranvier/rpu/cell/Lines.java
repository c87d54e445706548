package org.ranvier.rpu.cell;

/** The indices of the active lines of a bit set, gathered into a reused array, ascending. */
public final class Lines {
    private final int[] index;
    private int count;

    /**
     * @param lines how many lines there are, i.e. the most that can be active
     */
    public Lines(final int lines) {
        index = new int[lines];
    }

    /**
     * Gathers the set bits.
     *
     * @param bits a bit set, bit i in word i / 64; bits beyond the last line must be clear
     * @return this
     */
    public Lines gather(final long[] bits) {
        int found = 0;
        final int words = (index.length + Long.SIZE - 1) >>> 6;
        for (int w = 0; w < words; w++) {
            for (long word = bits[w]; word != 0; word &= word - 1) {
                index[found++] = (w << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        count = found;
        return this;
    }

    /** Forgets all lines. */
    public void clear() {
        count = 0;
    }

    /**
     * Adds a line beyond all that are there.
     *
     * @param line its index
     */
    public void add(final int line) {
        index[count++] = line;
    }

    /** @return how many lines are active */
    public int count() {
        return count;
    }

    /** @return the live index array; entries from {@link #count} on are stale */
    public int[] index() {
        return index;
    }
}
