package org.ranvier.core.fault;

import java.util.BitSet;

/** Scratch copies of line vectors without dead lines; given back as they are while none is dead. */
final class LineMask {
    private final long[] rowBits;
    private final long[] plusBits;
    private final long[] minusBits;
    private final int[] rowValues;
    private final int[] columnValues;

    LineMask(final int rows, final int columns) {
        rowBits = new long[(rows + 63) >> 6];
        plusBits = new long[(columns + 63) >> 6];
        minusBits = new long[(columns + 63) >> 6];
        rowValues = new int[rows];
        columnValues = new int[columns];
    }

    long[] rows(final long[] lines, final BitSet dead) {
        return without(lines, dead, rowBits);
    }

    long[] plus(final long[] lines, final BitSet dead) {
        return without(lines, dead, plusBits);
    }

    long[] minus(final long[] lines, final BitSet dead) {
        return without(lines, dead, minusBits);
    }

    private static long[] without(final long[] lines, final BitSet dead, final long[] copy) {
        if (dead.isEmpty()) {
            return lines;
        }
        System.arraycopy(lines, 0, copy, 0, copy.length);
        for (int line = dead.nextSetBit(0); line >= 0; line = dead.nextSetBit(line + 1)) {
            copy[line >> 6] &= ~(1L << line);
        }
        return copy;
    }

    int[] rows(final int[] values, final BitSet dead) {
        return without(values, dead, rowValues);
    }

    int[] columns(final int[] values, final BitSet dead) {
        return without(values, dead, columnValues);
    }

    private static int[] without(final int[] values, final BitSet dead, final int[] copy) {
        if (dead.isEmpty()) {
            return values;
        }
        System.arraycopy(values, 0, copy, 0, copy.length);
        for (int line = dead.nextSetBit(0); line >= 0; line = dead.nextSetBit(line + 1)) {
            copy[line] = 0;
        }
        return copy;
    }

    /** @return a copy of one value per column */
    int[] columns(final int[] values) {
        System.arraycopy(values, 0, columnValues, 0, columnValues.length);
        return columnValues;
    }

    /** @return the lowest set line, or -1 */
    static int first(final long[] lines) {
        for (int word = 0; word < lines.length; word++) {
            if (lines[word] != 0) {
                return (word << 6) + Long.numberOfTrailingZeros(lines[word]);
            }
        }
        return -1;
    }

    /** @return the lowest of some lines with a value other than 0, or -1 */
    static int first(final int[] values, final int lines) {
        for (int line = 0; line < lines; line++) {
            if (values[line] != 0) {
                return line;
            }
        }
        return -1;
    }
}
