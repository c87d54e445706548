package org.ranvier.rpu.compound;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;

/**
 * When the choppers of a compound turn: a row after its read, by chance or at the end of every period of reads; columns after
 * the last row was read, by chance.
 */
final class ChopSchedule implements Stateful {
    private static final int ROW = 0;
    private static final int COLUMNS = 1;

    private final ArraySite site;
    private final double rowChance;
    private final boolean random;
    private final double columnChance;
    private final int period;
    private long sweeps;

    /**
     * @param site shape and noise address
     * @param rowChance chance that a row turns after a read; its inverse is the period where rows turn regularly
     * @param random whether rows turn by chance
     * @param columnChance chance that a column turns after all rows were read
     */
    ChopSchedule(final ArraySite site, final double rowChance, final boolean random, final double columnChance) {
        this.site = site;
        this.rowChance = rowChance;
        this.random = random;
        this.columnChance = columnChance;
        period = rowChance > 0 ? (int) Math.max(Math.ceil(1 / rowChance), 2) : 2;
    }

    /** @return reads of a row from one regular turn to the next */
    int period() {
        return period;
    }

    /** @return how often all rows have been read */
    long sweeps() {
        return sweeps;
    }

    /** @return whether the row that was just read turns */
    boolean rowTurns(final int row) {
        if (rowChance == 0) {
            return false;
        }
        if (random) {
            return site.uniform(Purpose.CHOICE, ROW, sweeps * site.rows() + row) < rowChance;
        }
        return sweeps % period == period - 1;
    }

    /** Turns columns and counts, when the row that was just read was the last. */
    void finish(final int row, final Choppers choppers) {
        if (row < site.rows() - 1) {
            return;
        }
        for (int column = 0; columnChance > 0 && column < site.columns(); column++) {
            if (site.uniform(Purpose.CHOICE, COLUMNS + column, sweeps) < columnChance) {
                choppers.turnColumn(column);
            }
        }
        sweeps++;
    }

    @Override
    public void save(final StateWriter out) {
        out.putLong(sweeps);
    }

    @Override
    public void restore(final StateReader in) {
        sweeps = in.getLong();
    }
}
