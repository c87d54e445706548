package org.ranvier.core.memory;

import java.util.Arrays;
import java.util.Objects;

/**
 * Where the rows of a ragged list begin: compressed sparse rows without the values.
 *
 * <p>Row r holds the elements {@code start(r)} to {@code start(r) + length(r) - 1} of a flat store. In the chip's memory there is a
 * pointer per row and one more, of 16 bits as long as that can hold the number of elements, and of 32 otherwise.
 *
 * <p>The simulator keeps less for rows of at most {@value #LONGEST_PACKED} elements, since a chip of them would spend its time on
 * fetching pointers: a word for a block of rows holds the start of the first in its upper half and the lengths of all, of one or
 * two bits, in its lower half. Start and length of a row are thus one access to memory. Immutable: lists of one shape share it.
 */
public final class RowPointers {
    private static final int LONGEST_PACKED = 3;
    private static final int LENGTH_BITS = Integer.SIZE;

    /** The upper bits of two-bit lengths. */
    private static final long TWOS = 0xAAAA_AAAAL;

    private final int rows;
    private final int elements;
    private final int longest;

    /** Bits of a length are {@code 1 << widthShift}, rows of a block {@code 1 << blockShift}. */
    private final int widthShift;

    private final int blockShift;
    private final long lengthMask;
    private final long twos;

    // One of the three.
    private final long[] blocks;
    private final char[] narrow;
    private final int[] wide;

    private RowPointers(final int[] lengths) {
        rows = lengths.length;
        final int[] starts = new int[rows + 1];
        int most = 0;
        for (int row = 0; row < rows; row++) {
            most = Math.max(most, lengths[row]);
            starts[row + 1] = Math.addExact(starts[row], lengths[row]);
        }
        longest = most;
        elements = starts[rows];
        widthShift = longest > 1 ? 1 : 0;
        blockShift = Integer.numberOfTrailingZeros(LENGTH_BITS) - widthShift;
        lengthMask = longest > 1 ? 3 : 1;
        twos = longest > 1 ? TWOS : 0;
        final boolean packed = longest <= LONGEST_PACKED;
        final boolean fits = elements <= Character.MAX_VALUE;
        blocks = packed ? pack(starts) : null;
        narrow = !packed && fits ? narrow(starts) : null;
        wide = packed || fits ? null : starts;
    }

    private long[] pack(final int[] starts) {
        final long[] packed = new long[(rows >> blockShift) + 1];
        for (int row = 0; row < rows; row++) {
            final int block = row >> blockShift;
            if (shift(row) == 0) {
                packed[block] = (long) starts[row] << LENGTH_BITS;
            }
            packed[block] |= (long) (starts[row + 1] - starts[row]) << shift(row);
        }
        return packed;
    }

    private static char[] narrow(final int[] starts) {
        final char[] pointers = new char[starts.length];
        for (int i = 0; i < starts.length; i++) {
            pointers[i] = (char) starts[i];
        }
        return pointers;
    }

    /**
     * Lays rows out one behind the other.
     *
     * @param lengths elements of each row, at least 0
     * @return the pointers
     */
    public static RowPointers ofLengths(final int... lengths) {
        return new RowPointers(lengths);
    }

    /** @return pointers of so many empty rows */
    public static RowPointers empty(final int rows) {
        return new RowPointers(new int[rows]);
    }

    /** @return the number of rows */
    public int rows() {
        return rows;
    }

    /**
     * Finds a row.
     *
     * @param row the row
     * @return the place of its first element
     * @throws IndexOutOfBoundsException when there is no such row; not for the one after the last of long rows
     */
    public int start(final int row) {
        if (blocks == null) {
            return narrow == null ? wide[row] : narrow[row];
        }
        final long block = block(row);
        final long before = block & (1L << shift(row)) - 1;
        return (int) (block >>> LENGTH_BITS) + Long.bitCount(before) + Long.bitCount(before & twos);
    }

    /**
     * Measures a row.
     *
     * @param row the row
     * @return its elements
     * @throws IndexOutOfBoundsException when there is no such row
     */
    public int length(final int row) {
        if (blocks == null) {
            return narrow == null ? wide[row + 1] - wide[row] : narrow[row + 1] - narrow[row];
        }
        return (int) (block(row) >>> shift(row) & lengthMask);
    }

    private long block(final int row) {
        return blocks[Objects.checkIndex(row, rows) >> blockShift];
    }

    private int shift(final int row) {
        return (row & (1 << blockShift) - 1) << widthShift;
    }

    /** @return elements of all rows */
    public int elements() {
        return elements;
    }

    /** @return elements of the longest row */
    public int longest() {
        return longest;
    }

    /** @return bytes of local memory that the pointers take */
    public int bytes() {
        return (rows + 1) * (elements <= Character.MAX_VALUE ? Character.BYTES : Integer.BYTES);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof RowPointers pointers
                && rows == pointers.rows
                && widthShift == pointers.widthShift
                && Arrays.equals(blocks, pointers.blocks)
                && Arrays.equals(narrow, pointers.narrow)
                && Arrays.equals(wide, pointers.wide);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(blocks) + Arrays.hashCode(narrow)) + Arrays.hashCode(wide);
    }
}
