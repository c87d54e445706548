package org.ranvier.core.memory;

import java.util.Arrays;

/**
 * Where the rows of a ragged list begin: compressed sparse rows without the values.
 *
 * <p>Row r holds the elements {@code start(r)} to {@code start(r) + length(r) - 1} of a flat store. A pointer takes 16 bits, in
 * the chip's memory as in ours, as long as it can hold the number of elements, and 32 otherwise; there is one more pointer than
 * rows. Immutable: lists of one shape share it.
 */
public final class RowPointers {
    private static final int NARROW = Character.SIZE;

    private final char[] narrow;
    private final int[] wide;
    private final int longest;

    private RowPointers(final int[] starts) {
        int most = 0;
        for (int row = 0; row + 1 < starts.length; row++) {
            most = Math.max(most, starts[row + 1] - starts[row]);
        }
        longest = most;
        final boolean fits = starts[starts.length - 1] <= Character.MAX_VALUE;
        narrow = fits ? new char[starts.length] : null;
        wide = fits ? null : starts;
        for (int i = 0; fits && i < starts.length; i++) {
            narrow[i] = (char) starts[i];
        }
    }

    /**
     * Lays rows out one behind the other.
     *
     * @param lengths elements of each row, at least 0
     * @return the pointers
     */
    public static RowPointers ofLengths(final int... lengths) {
        final int[] starts = new int[lengths.length + 1];
        for (int row = 0; row < lengths.length; row++) {
            starts[row + 1] = Math.addExact(starts[row], lengths[row]);
        }
        return new RowPointers(starts);
    }

    /** @return pointers of so many empty rows */
    public static RowPointers empty(final int rows) {
        return new RowPointers(new int[rows + 1]);
    }

    /** @return the number of rows */
    public int rows() {
        return (narrow == null ? wide.length : narrow.length) - 1;
    }

    /** @return the place of a row's first element */
    public int start(final int row) {
        return narrow == null ? wide[row] : narrow[row];
    }

    /** @return elements of a row */
    public int length(final int row) {
        return narrow == null ? wide[row + 1] - wide[row] : narrow[row + 1] - narrow[row];
    }

    /** @return elements of all rows */
    public int elements() {
        return start(rows());
    }

    /** @return elements of the longest row */
    public int longest() {
        return longest;
    }

    /** @return bytes of local memory that the pointers take */
    public int bytes() {
        return (rows() + 1) * (narrow == null ? Integer.SIZE : NARROW) / Byte.SIZE;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RowPointers pointers
                && Arrays.equals(narrow, pointers.narrow)
                && Arrays.equals(wide, pointers.wide);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(narrow) + Arrays.hashCode(wide);
    }
}
