package org.ranvier.rpu;

import java.util.Arrays;
import org.ranvier.core.array.ExactReads;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.cell.ReadMode;
import org.ranvier.rpu.read.MatrixProduct;
import org.ranvier.rpu.read.ReadOption;
import org.ranvier.rpu.read.ReadPipeline;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.UpdateEngine;
import org.ranvier.rpu.update.UpdateListener;

/**
 * The converters and pulse generators of a crossbar as its programs see them: vectors of integers with a binary point.
 *
 * <p>Perfect converters read exactly, to the bit of an SRAM array; any other through the read pipeline, whose results are rounded
 * to the weight unit, halves to even, and saturate.
 */
final class ValuePorts implements Stateful {
    private static final int Q20 = 20;

    private final ReadPipeline forward;
    private final ReadPipeline backward;
    private final ReadMode forwardMode;
    private final ReadMode backwardMode;
    private final ExactReads exact;
    private final UpdateEngine engine;
    private final double granularity;
    private final float[] rowValues;
    private final float[] columnValues;

    /** Whether weights changed since the last read of the forward and the backward pipeline. */
    private boolean forwardStale = true;

    private boolean backwardStale = true;

    /** Makes them; the listener hears of updates and may be null, and so may the product for lines without resistance. */
    ValuePorts(
            final Periphery periphery,
            final ArraySite site,
            final double granularity,
            final UpdateListener listener,
            final MatrixProduct product) {
        this.forward = pipeline(periphery.forward(), site, product);
        this.backward = periphery.backward().equals(periphery.forward())
                ? forward
                : pipeline(periphery.backward(), site, product);
        this.forwardMode = periphery.forward().mode();
        this.backwardMode = periphery.backward().mode();
        this.exact = new ExactReads(site.rows(), site.columns());
        this.engine = new UpdateEngine(periphery.update(), site);
        this.engine.listener(listener);
        this.granularity = granularity;
        this.rowValues = new float[site.rows()];
        this.columnValues = new float[site.columns()];
    }

    /** A pipeline, or null for perfect converters behind lines without resistance. */
    private static ReadPipeline pipeline(final ReadSpec spec, final ArraySite site, final MatrixProduct product) {
        return product == null && spec.on(ReadOption.IS_PERFECT) ? null : new ReadPipeline(spec, site, product);
    }

    /** Tells that weights may have changed. */
    void changed() {
        forwardStale = true;
        backwardStale = true;
    }

    /** Reads forward and reports it, unless no row is driven: that read does not take place. */
    void forward(final int[][] weights, final int[] values, final int shift, final int[] out, final CellEvents events) {
        final int driven = load(values, shift, rowValues);
        if (driven == 0) {
            Arrays.fill(out, 0, columnValues.length, 0);
        } else if (forward == null) {
            exact.forward(weights, values, shift, out);
            events.forwardRead(driven, columnValues.length, 1, ReadMode.ONE_PASS);
        } else {
            if (!forwardStale) {
                forward.unchanged();
            }
            final int attempts = forward.forward(weights, rowValues, columnValues);
            forwardStale = false;
            backwardStale &= backward != forward;
            store(columnValues, out, columnValues.length);
            events.forwardRead(driven, columnValues.length, attempts, forwardMode);
        }
    }

    /** Reads backward and reports it, unless no column is driven. */
    void backward(
            final int[][] weights,
            final int[] values,
            final int shift,
            final int[] out,
            final int sensed,
            final CellEvents events) {
        final int driven = load(values, shift, columnValues);
        if (driven == 0) {
            Arrays.fill(out, 0, sensed, 0);
        } else if (backward == null) {
            exact.backward(weights, values, shift, out, sensed);
            events.backwardRead(driven, sensed, 1, ReadMode.ONE_PASS);
        } else {
            if (!backwardStale) {
                backward.unchanged();
            }
            final int attempts = backward.backward(weights, columnValues, rowValues, sensed);
            backwardStale = false;
            forwardStale &= backward != forward;
            store(rowValues, out, sensed);
            events.backwardRead(driven, sensed, attempts, backwardMode);
        }
    }

    /** Updates the cells; returns the pulse slots it took. */
    int update(
            final Cells cells, final int[] x, final int[] d, final int rate, final long slot, final CellEvents events) {
        load(x, Q20, rowValues);
        load(d, Q20, columnValues);
        return engine.update(cells, granularity, rowValues, columnValues, Fixed.toDouble(rate), slot, events);
    }

    /** Converts integers in units of 2^-shift; returns how many are not 0. */
    private static int load(final int[] from, final int shift, final float[] values) {
        final float unit = Math.scalb(1f, -shift);
        int driven = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = from[i] * unit;
            driven += from[i] == 0 ? 0 : 1;
        }
        return driven;
    }

    private static void store(final float[] values, final int[] out, final int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Fixed.of(values[i]);
        }
    }

    @Override
    public void save(final StateWriter out) {
        if (forward != null) {
            forward.save(out);
        }
        if (backward != null && backward != forward) {
            backward.save(out);
        }
    }

    @Override
    public void restore(final StateReader in) {
        if (forward != null) {
            forward.restore(in);
        }
        if (backward != null && backward != forward) {
            backward.restore(in);
        }
    }
}
