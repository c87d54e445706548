package org.ranvier.rpu.compound;

import java.util.function.IntConsumer;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.Lines;
import org.ranvier.rpu.update.UpdateEngine;

/**
 * Cells of a chain of devices: updates go to the first, and what has gathered there is moved row by row to the next, and so
 * on to the last.
 */
final class TransferCells extends CompoundCells {
    private final FastRate fastRate;
    private final Choppers choppers;
    private final TransferStage[] stages;
    private final TransferRates rates;
    private final IntConsumer changedRow = this::changedRow;
    private final long[] rowBits;
    private final long[] columnBits;
    private final Lines someRows;
    private final Lines someColumns;
    private long updates;

    /**
     * @param parts the devices, fastest first
     * @param gamma what each counts in the sum
     * @param granularity of the first device, in weights
     * @param fastRate its learning rate
     * @param choppers signs under which it is written, null for none
     * @param stages one from each device to the next
     * @param rates learning rates of the transfers
     * @param site shape
     */
    TransferCells(
            final Cells[] parts,
            final double[] gamma,
            final double granularity,
            final FastRate fastRate,
            final Choppers choppers,
            final TransferStage[] stages,
            final TransferRates rates,
            final ArraySite site) {
        super(parts, gamma, granularity);
        this.fastRate = fastRate;
        this.choppers = choppers;
        this.stages = stages.clone();
        this.rates = rates;
        rowBits = new long[(site.rows() + 63) / 64];
        columnBits = new long[(site.columns() + 63) / 64];
        someRows = new Lines(site.rows());
        someColumns = new Lines(site.columns());
    }

    @Override
    void begin(final boolean continued) {
        updates++;
    }

    @Override
    double rate(final UpdateEngine engine, final float[] x, final float[] d, final double learningRate) {
        return fastRate.of(x, d, learningRate, engine.spec().desiredBl());
    }

    @Override
    void pulseParts(final Lines rows, final Lines columns, final boolean up, final long slot) {
        if (choppers == null) {
            part(0).pulse(rows, columns, up, slot);
            return;
        }
        // Crossings of lines of equal and of different signs apart; no device gets more than one pulse.
        for (int signs = 0; signs < 4; signs++) {
            final boolean rowSign = (signs & 1) != 0;
            final boolean columnSign = (signs & 2) != 0;
            choppers.pick(rows, true, rowSign, rowBits, someRows);
            choppers.pick(columns, false, columnSign, columnBits, someColumns);
            if (someRows.count() > 0 && someColumns.count() > 0) {
                part(0).pulse(someRows, someColumns, up == (rowSign == columnSign), slot);
            }
        }
    }

    @Override
    void updateParts(final Coincidences pulses, final long slot) {
        part(0).update(choppers == null ? pulses : choppers.pulses(pulses), slot);
    }

    @Override
    void finish(final double learningRate, final CellEvents receiver) {
        for (int k = 0; k < stages.length; k++) {
            if (stages[k].due(updates)) {
                stages[k].run(rates.of(k, learningRate), changedRow, receiver);
            }
        }
    }

    @Override
    void share(final int row, final int column, final int weight) {
        final int last = parts() - 1;
        for (int k = 0; k < last; k++) {
            part(k).weight(row, column, 0);
        }
        double others = 0;
        for (int k = 0; k < last; k++) {
            others += gamma(k) * part(k).state(row, column);
        }
        part(last).weight(row, column, Fixed.of((Fixed.toDouble(weight) - others) / gamma(last)));
    }

    @Override
    void saveOwn(final StateWriter out) {
        out.putLong(updates);
        fastRate.save(out);
        for (final TransferStage stage : stages) {
            stage.save(out);
        }
    }

    @Override
    void restoreOwn(final StateReader in) {
        updates = in.getLong();
        fastRate.restore(in);
        for (final TransferStage stage : stages) {
            stage.restore(in);
        }
    }
}
