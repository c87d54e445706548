package org.ranvier.rpu.update;

import org.ranvier.rpu.cell.Coincidences;
import org.ranvier.rpu.cell.Lines;

/**
 * Pulse counts from products of probabilities, for the pulse types without trains.
 *
 * <p>Mean count: k = round(BL p) of either line, at most BL, and round(kd kx / BL) pulses. Deterministic implicit: p in steps
 * of the implicit resolution, at most 1, and round(BL px pd) pulses. Halves go to even, in single precision. A line is taken to
 * carry round(BL p) pulses.
 */
final class ProductCoincidences implements Coincidences {
    private final UpdateSpec spec;
    private final LineProbabilities rowLines;
    private final LineProbabilities columnLines;
    private final float[] rowFactors;
    private final float[] columnFactors;
    private final int[] counts;
    private float divisor;
    private float columnUnit;

    ProductCoincidences(final UpdateSpec spec, final LineProbabilities rowLines, final LineProbabilities columnLines) {
        this.spec = spec;
        this.rowLines = rowLines;
        this.columnLines = columnLines;
        rowFactors = new float[rowLines.values().length];
        columnFactors = new float[columnLines.values().length];
        counts = new int[columnFactors.length];
    }

    /** Prepares an update of that many slots. */
    void prepare(final int slots) {
        final boolean means = spec.type() == PulseType.MEAN_COUNT;
        divisor = means ? slots : 1;
        columnUnit = means ? 1 : slots;
        if (means) {
            means(rowLines.values(), rowFactors, slots);
            means(columnLines.values(), columnFactors, slots);
        } else {
            steps(rowLines.values(), rowFactors, (float) spec.xResImplicit(), slots);
            steps(columnLines.values(), columnFactors, (float) spec.dResImplicit(), 1);
        }
    }

    private static void means(final float[] probability, final float[] out, final int slots) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) Math.min(Math.rint(slots * probability[i]), slots);
        }
    }

    private static void steps(final float[] probability, final float[] out, final float step, final int unit) {
        for (int i = 0; i < out.length; i++) {
            final float rounded = step > 0 ? (float) Math.rint(probability[i] / step) * step : probability[i];
            out[i] = unit * Math.min(rounded, 1);
        }
    }

    /** @return pulses on all rows */
    long rowPulses() {
        return sum(rowFactors, 1);
    }

    /** @return pulses on all columns */
    long columnPulses() {
        return sum(columnFactors, columnUnit);
    }

    private static long sum(final float[] factors, final float unit) {
        long sum = 0;
        for (final float factor : factors) {
            sum += pulses(factor, unit);
        }
        return sum;
    }

    private static int pulses(final float factor, final float unit) {
        return (int) Math.rint(factor * unit);
    }

    /** Counts the pulses of every line. */
    void count(final int[] rowPulses, final int[] columnPulses) {
        for (int row = 0; row < rowPulses.length; row++) {
            rowPulses[row] = pulses(rowFactors[row], 1);
        }
        for (int column = 0; column < columnPulses.length; column++) {
            columnPulses[column] = pulses(columnFactors[column], columnUnit);
        }
    }

    /** @return pulses of all devices */
    long total() {
        long sum = 0;
        for (int r = 0; r < rows().count(); r++) {
            count(rows().index()[r], counts);
            for (final int count : counts) {
                sum += Math.abs(count);
            }
        }
        return sum;
    }

    @Override
    public Lines rows() {
        return rowLines.active();
    }

    @Override
    public int count(final int row, final int[] pulses) {
        final float factor = rowFactors[row];
        final int negative = rowLines.negative()[row];
        final int[] negatives = columnLines.negative();
        int most = 0;
        for (int column = 0; column < pulses.length; column++) {
            final int together = (int) Math.rint(factor * columnFactors[column] / divisor);
            final int sign = negative ^ negatives[column];
            pulses[column] = (together ^ sign) - sign;
            most = Math.max(most, together);
        }
        return most;
    }
}
