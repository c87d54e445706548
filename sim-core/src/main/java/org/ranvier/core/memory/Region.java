package org.ranvier.core.memory;

import java.util.Arrays;
import java.util.Objects;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * The storage of a region: one array per row, words of 64 bits for {@link RegionType#BIT}, ints for every other type.
 *
 * <p>The declared type decides saturation and what an access costs, not how Java stores the values: rows that start at
 * offset 0 of an {@code int[]} are what the JIT vectorises. Bits beyond the last column stay clear. The rows of a list are
 * {@link Elements}.
 */
public final class Region implements Stateful {
    private final RegionSpec spec;
    private final int[][] cells;
    private final long[][] words;
    private final Elements elements;

    /**
     * Creates a region of zeros.
     *
     * @param spec the declaration
     */
    public Region(final RegionSpec spec) {
        this.spec = spec;
        final boolean bits = spec.type() == RegionType.BIT;
        elements = spec.isList() ? new Elements(spec.type(), spec.elements()) : null;
        cells = bits || spec.array() || spec.isList() ? new int[0][] : new int[spec.rows()][spec.columns()];
        words = bits ? new long[spec.rows()][(spec.columns() + 63) >> 6] : new long[0][];
    }

    /**
     * Creates a region over existing storage: the cells of an SRAM synapse array.
     *
     * @param spec the declaration
     * @param cells one array per row
     */
    public Region(final RegionSpec spec, final int[][] cells) {
        this.spec = spec;
        this.cells = cells;
        this.words = new long[0][];
        this.elements = null;
    }

    /** @return the declaration */
    public RegionSpec spec() {
        return spec;
    }

    /** @return the values of a list, row behind row; null for a region that is none */
    public Elements elements() {
        return elements;
    }

    /** @return the values, one array per row; empty for bits and lists */
    public int[][] cells() {
        return cells;
    }

    /** @return the bit sets, one array of words per row; empty for other types */
    public long[][] words() {
        return words;
    }

    /** @return true for a region of bits */
    public boolean isBits() {
        return spec.type() == RegionType.BIT;
    }

    /**
     * Reads one element.
     *
     * @param row the row
     * @param column the column
     * @return its value, 0 or 1 for a bit
     */
    public int get(final int row, final int column) {
        if (elements != null) {
            return elements.get(place(row, column));
        }
        return isBits() ? (int) (words[row][column >> 6] >>> column) & 1 : cells[row][column];
    }

    /**
     * Writes one element, saturating to the type.
     *
     * @param row the row
     * @param column the column
     * @param value the value
     */
    public void set(final int row, final int column, final int value) {
        if (elements != null) {
            elements.set(place(row, column), value);
        } else if (isBits()) {
            final long bit = 1L << column;
            words[row][column >> 6] = value == 0 ? words[row][column >> 6] & ~bit : words[row][column >> 6] | bit;
        } else {
            cells[row][column] =
                    Math.max(spec.type().min(), Math.min(spec.type().max(), value));
        }
    }

    private int place(final int row, final int column) {
        return spec.list().pointers().start(row) + Objects.checkIndex(column, spec.length(row));
    }

    /** Sets every element to zero. */
    public void clear() {
        if (elements != null) {
            elements.fill(0);
        }
        for (final int[] row : cells) {
            Arrays.fill(row, 0);
        }
        for (final long[] row : words) {
            Arrays.fill(row, 0);
        }
    }

    @Override
    public void save(final StateWriter out) {
        out.section(spec.name());
        if (elements != null) {
            elements.save(out);
        }
        for (final int[] row : cells) {
            out.putInts(row);
        }
        for (final long[] row : words) {
            out.putLongs(row);
        }
    }

    @Override
    public void restore(final StateReader in) {
        in.section(spec.name());
        if (elements != null) {
            elements.restore(in);
        }
        for (final int[] row : cells) {
            in.getInts(row);
        }
        for (final long[] row : words) {
            in.getLongs(row);
        }
    }
}
