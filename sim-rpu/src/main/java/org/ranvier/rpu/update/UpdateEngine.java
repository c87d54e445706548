package org.ranvier.rpu.update;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;

/**
 * The pulsed outer-product update of Gokmen and Vlasov 2016 with the refinements of IBM aihwkit: rows carry trains of |x|,
 * columns trains of |d|, and a device changes by one step in every slot in which both of its lines are pulsed.
 *
 * <p>Lines share their train among all their devices, so devices of a line are correlated as in hardware: with p = px pd,
 * cov = BL dw^2 px (1 - px) pd pd' along a row and BL dw^2 pd (1 - pd) px px' along a column. One slot carries all four pairs of
 * signs. Every draw is addressed by (site, slot, line), whatever was updated before.
 *
 * <p>Nothing is allocated by an update. One thread owns an engine; it may serve several arrays of its site's shape as long as
 * their slots differ.
 */
public final class UpdateEngine {
    private final UpdateSpec spec;
    private final ArraySite site;
    private final PulseLength length;
    private final LineProbabilities rowLines;
    private final LineProbabilities columnLines;
    private final LineTrains rowTrains;
    private final LineTrains columnTrains;
    private final TrainCoincidences coincidences;
    private final ProductCoincidences products;
    private final SlotPulser exact;
    private UpdateListener listener;
    private int[] rowPulses;
    private int[] columnPulses;

    /**
     * Makes an engine.
     *
     * @param spec how vectors become pulses
     * @param site shape of the arrays it updates, and address of its trains
     */
    public UpdateEngine(final UpdateSpec spec, final ArraySite site) {
        this.spec = spec;
        this.site = site;
        length = new PulseLength(spec);
        rowLines = new LineProbabilities(site, 0, site.rows(), spec);
        columnLines = new LineProbabilities(site, 1, site.columns(), spec);
        rowTrains = new LineTrains(site, 0, rowLines);
        columnTrains = new LineTrains(site, 1, columnLines);
        coincidences = new TrainCoincidences(rowLines, columnLines, rowTrains, columnTrains);
        products = new ProductCoincidences(spec, rowLines, columnLines);
        exact = new SlotPulser(rowLines, columnLines);
    }

    /**
     * Says who hears of lines and devices; null for nobody.
     *
     * @param other the listener
     */
    public void listener(final UpdateListener other) {
        listener = other;
        rowPulses = new int[site.rows()];
        columnPulses = new int[site.columns()];
    }

    /** @return how vectors become pulses */
    public UpdateSpec spec() {
        return spec;
    }

    /** @return shape and noise address */
    public ArraySite site() {
        return site;
    }

    /**
     * Updates cells: W[i][j] changes by about learningRate * x[i] * d[j].
     *
     * @param cells the cells, of the site's shape
     * @param granularity mean step of one pulse, in weights: {@link org.ranvier.rpu.cell.Cells} of one device type share it
     * @param x one value per row
     * @param d one value per column
     * @param learningRate scale of the product; negative turns the direction round
     * @param slot the array's first pulse slot of this update: its noise addresses were never used before
     * @param events receives slots, line pulses, coincidences and the work of the generators
     * @return how many slots it took: noise addresses from {@code slot} on
     * @throws ConfigurationException when the vectors do not fit the array, or the learning rate is not a number
     */
    public int update(
            final Cells cells,
            final double granularity,
            final float[] x,
            final float[] d,
            final double learningRate,
            final long slot,
            final CellEvents events) {
        if (cells instanceof ValueUpdated other) {
            return other.update(this, x, d, learningRate, slot, events);
        }
        check(x, d, learningRate);
        length.choose(x, d, Math.abs(learningRate), granularity);
        final int slots = length.slots();
        if (slots == 0) {
            return 0;
        }
        rowLines.set(x, length.rowScale(), false, slot);
        columnLines.set(d, length.columnScale(), learningRate < 0, slot);
        if (spec.type().random()) {
            for (int done = 0; done < slots; done += LineTrains.BLOCK) {
                trains(cells, slot + done, Math.min(slots - done, LineTrains.BLOCK), events);
            }
        } else {
            products(cells, slot, slots, events);
        }
        return slots;
    }

    private void check(final float[] x, final float[] d, final double learningRate) {
        if (x.length != site.rows() || d.length != site.columns()) {
            throw ConfigurationException.of(
                    "update",
                    x.length + " row and " + d.length + " column values",
                    site.rows() + " and " + site.columns());
        }
        if (!Double.isFinite(learningRate)) {
            throw ConfigurationException.of("learning rate", learningRate, "a number");
        }
    }

    private void trains(final Cells cells, final long slot, final int slots, final CellEvents events) {
        rowTrains.draw(slot, slots);
        columnTrains.draw(slot, slots);
        final long total = coincidences.total(slots);
        events.generate(
                (long) slots * (rowLines.active().count() + columnLines.active().count()));
        events.update(slots, rowTrains.total(slots), columnTrains.total(slots), total);
        if (listener != null) {
            coincidences.gather();
            rowTrains.count(rowPulses);
            columnTrains.count(columnPulses);
            listener.updated(coincidences, rowPulses, columnPulses);
        }
        if (total == 0) {
            return;
        }
        if (spec.engine() == Engine.EXACT) {
            exact.trains(cells, rowTrains, columnTrains, slot, slots);
        } else {
            coincidences.gather();
            cells.update(coincidences, slot);
        }
    }

    private void products(final Cells cells, final long slot, final int slots, final CellEvents events) {
        products.prepare(slots);
        final long total = products.total();
        events.update(slots, products.rowPulses(), products.columnPulses(), total);
        if (listener != null) {
            products.count(rowPulses, columnPulses);
            listener.updated(products, rowPulses, columnPulses);
        }
        if (total == 0) {
            return;
        }
        if (spec.engine() == Engine.EXACT) {
            exact.counts(cells, products, slot);
        } else {
            cells.update(products, slot);
        }
    }

    /** @return BL of the last update; 0 when it did nothing */
    public int slots() {
        return length.slots();
    }

    /** @return B of the last update: from |x| to a row's probability */
    public double rowScale() {
        return length.rowScale();
    }

    /** @return A of the last update: from |d| to a column's probability */
    public double columnScale() {
        return length.columnScale();
    }
}
