package org.ranvier.rpu.compound;

import java.util.Arrays;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Lines;

/**
 * The signs under which the lines of a chopped compound write their fast device; reading undoes them, so that whatever the
 * device adds by itself averages out.
 */
final class Choppers implements Stateful {
    private final boolean[] rows;
    private final boolean[] columns;
    private final Chopped chopped = new Chopped();

    Choppers(final int rows, final int columns) {
        this.rows = new boolean[rows];
        this.columns = new boolean[columns];
    }

    /** @return whether the device at the crossing is written with the other sign */
    boolean turned(final int row, final int column) {
        return rows[row] != columns[column];
    }

    /** Turns a row's sign. */
    void turnRow(final int row) {
        rows[row] = !rows[row];
    }

    /** Turns a column's sign. */
    void turnColumn(final int column) {
        columns[column] = !columns[column];
    }

    /** @return the pulses of an update under the signs; overwritten by the next call */
    Coincidences pulses(final Coincidences pulses) {
        chopped.pulses = pulses;
        return chopped;
    }

    /**
     * Picks lines by their sign.
     *
     * @param lines some rows or columns
     * @param ofRows whether they are rows
     * @param sign the sign wanted
     * @param bits scratch, one bit per line
     * @param out gets the lines that have the sign
     * @return {@code out}
     */
    Lines pick(final Lines lines, final boolean ofRows, final boolean sign, final long[] bits, final Lines out) {
        final boolean[] signs = ofRows ? rows : columns;
        Arrays.fill(bits, 0);
        for (int i = 0; i < lines.count(); i++) {
            final int line = lines.index()[i];
            if (signs[line] == sign) {
                bits[line >>> 6] |= 1L << line;
            }
        }
        return out.gather(bits);
    }

    @Override
    public void save(final StateWriter out) {
        for (final boolean sign : rows) {
            out.putInt(sign ? 1 : 0);
        }
        for (final boolean sign : columns) {
            out.putInt(sign ? 1 : 0);
        }
    }

    @Override
    public void restore(final StateReader in) {
        for (int row = 0; row < rows.length; row++) {
            rows[row] = in.getInt() != 0;
        }
        for (int column = 0; column < columns.length; column++) {
            columns[column] = in.getInt() != 0;
        }
    }

    private final class Chopped implements Coincidences {
        private Coincidences pulses;

        @Override
        public Lines rows() {
            return pulses.rows();
        }

        @Override
        public int count(final int row, final int[] counts) {
            final int most = pulses.count(row, counts);
            for (int column = 0; column < columns.length; column++) {
                if (turned(row, column)) {
                    counts[column] = -counts[column];
                }
            }
            return most;
        }
    }
}
