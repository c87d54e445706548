package org.ranvier.rpu.compound;

import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Lines;

/** The up pulses of an update, or its down pulses turned round: what one device of a one-sided pair receives. */
final class OneDirection implements Coincidences {
    private final int sign;
    private final int columns;
    private Coincidences all;

    /**
     * @param columns column lines
     * @param sign 1 for the up pulses, -1 for the down pulses
     */
    OneDirection(final int columns, final int sign) {
        this.columns = columns;
        this.sign = sign;
    }

    /** Chooses the update. */
    OneDirection of(final Coincidences pulses) {
        all = pulses;
        return this;
    }

    @Override
    public Lines rows() {
        return all.rows();
    }

    @Override
    public int count(final int row, final int[] pulses) {
        all.count(row, pulses);
        int most = 0;
        for (int column = 0; column < columns; column++) {
            pulses[column] = Math.max(0, sign * pulses[column]);
            most = Math.max(most, pulses[column]);
        }
        return most;
    }
}
