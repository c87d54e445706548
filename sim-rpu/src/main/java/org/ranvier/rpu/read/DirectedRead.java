package org.ranvier.rpu.read;

import java.util.Arrays;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;

/** The reads of one direction: noise management around bound management around passes through converters and array. */
final class DirectedRead implements Stateful {
    private final ArraySite site;
    private final boolean transposed;
    private final MatrixProduct product;
    private final MvType type;
    private final boolean perfect;
    private final float outScale;
    private final InputScale scale;
    private final RangeControl range;
    private final InputConverter dac;
    private final OutputConverter adc;
    private final LineDrop drop;
    private final LineVoltage voltage;
    private final WeightDisturbance disturbance;
    private final ReadNoise inputNoise;
    private final ReadNoise outputNoise;
    private final float[] volts;
    private final float[] signed;
    private final float[] currents;
    private final float[] negative;
    private long reads;

    DirectedRead(
            final ReadSpec spec,
            final ArraySite site,
            final boolean transposed,
            final MatrixProduct product,
            final PlaneProduct plane) {
        this.site = site;
        this.transposed = transposed;
        this.product = product;
        final int inputs = transposed ? site.columns() : site.rows();
        final int outputs = transposed ? site.rows() : site.columns();
        type = spec.mvType();
        perfect = spec.on(ReadOption.IS_PERFECT);
        outScale = (float) spec.get(ReadOption.OUT_SCALE);
        scale = new InputScale(spec, inputs);
        range = new RangeControl(spec, transposed);
        // Read 0 never takes place: its noise makes the fixed differences between outputs.
        final OutputLines lines = new OutputLines(spec, outputs, key(0));
        dac = new InputConverter(spec);
        adc = new OutputConverter(spec, lines);
        drop = new LineDrop(spec, plane, transposed, inputs, outputs);
        voltage = new LineVoltage(spec, lines);
        disturbance = new WeightDisturbance(spec, plane, transposed, inputs, outputs);
        inputNoise = new ReadNoise(inputs);
        outputNoise = new ReadNoise(outputs);
        volts = new float[inputs];
        signed = new float[inputs];
        currents = new float[outputs];
        negative = new float[outputs];
    }

    /** Reads; returns the attempts. */
    int read(final int[][] weights, final float[] x, final float[] y, final int sensed) {
        final float largest = largest(x);
        float alpha = perfect ? 1 : scale.of(x, largest);
        if (largest == 0 || alpha <= 0) {
            Arrays.fill(y, 0, sensed, 0);
            return 0;
        }
        if (perfect) {
            multiply(weights, x, currents);
            result(y, sensed, outScale);
            return 1;
        }
        reads++;
        inputNoise.start(key(reads));
        outputNoise.start(key(reads));
        range.start();
        int attempts = 0;
        boolean done;
        do {
            if (range.startsOver(attempts)) {
                alpha = scale.worstCase(x, largest);
            }
            done = range.accepts(attempt(weights, x, 1 / alpha / range.divisor()));
            result(y, sensed, outScale * alpha * range.divisor());
            attempts++;
            if (!done) {
                range.widen();
                inputNoise.next();
                outputNoise.next();
            }
        } while (!done);
        return attempts;
    }

    private boolean attempt(final int[][] weights, final float[] x, final float inputScale) {
        dac.convert(x, inputScale, volts, inputNoise);
        if (type == MvType.ONE_PASS) {
            pass(weights, volts, currents, false);
            return adc.convert(currents, outputNoise, false);
        }
        for (int i = 0; i < volts.length; i++) {
            signed[i] = Math.min(volts[i], 0);
        }
        pass(weights, signed, negative, true);
        for (int i = 0; i < volts.length; i++) {
            signed[i] = Math.max(volts[i], 0);
        }
        pass(weights, signed, currents, false);
        if (type == MvType.POS_NEG_SEPARATE) {
            Rounding.add(currents, currents.length, 1, negative);
            return adc.convert(currents, outputNoise, false);
        }
        final boolean negativeInside = adc.convert(negative, outputNoise, true);
        final boolean positiveInside = adc.convert(currents, outputNoise, false);
        Rounding.add(currents, currents.length, 1, negative);
        return negativeInside && positiveInside;
    }

    private void pass(final int[][] weights, final float[] lines, final float[] y, final boolean negativePass) {
        multiply(weights, lines, y);
        drop.apply(weights, lines, y);
        voltage.apply(lines, y);
        disturbance.apply(weights, lines, y, outputNoise, negativePass);
    }

    private void multiply(final int[][] weights, final float[] lines, final float[] y) {
        if (transposed) {
            product.transposed(weights, lines, y);
        } else {
            product.forward(weights, lines, y);
        }
    }

    private void result(final float[] y, final int sensed, final float factor) {
        for (int i = 0; i < sensed; i++) {
            y[i] = currents[i] * factor;
        }
    }

    private long key(final long read) {
        return site.rowKey(Purpose.READ, transposed ? 1 : 0, read);
    }

    private float largest(final float[] x) {
        float largest = 0;
        for (int i = 0; i < volts.length; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        return largest;
    }

    @Override
    public void save(final StateWriter out) {
        out.putLong(reads);
        scale.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        reads = in.getLong();
        scale.restore(in);
    }
}
