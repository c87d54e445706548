package org.ranvier.rpu.read;

/**
 * Errors of the voltage across a column of devices: a fixed offset v per output and a series resistance r, for weights that are the
 * difference between a device and an implicit reference of weight g, the magnitude of {@code v_offset_w_min}.
 *
 * <p>With the reference current {@code q = g sum x}, an output y becomes
 * <pre>
 * (1 - v) (y + q) / (1 + r |y + q|) - (1 + v) q / (1 + r |q|)
 * </pre>
 * where each {@code r |.|} is at most {@code r_series_max_total}. Without resistance this is {@code (1 - v) y - 2 v q}, without
 * reference {@code (1 - v) y / (1 + r |y|)}.
 */
final class LineVoltage {
    private final float resistance;
    private final float most;
    private final float reference;
    private final boolean present;
    private final OutputLines lines;

    LineVoltage(final ReadSpec spec, final OutputLines lines) {
        resistance = (float) spec.get(ReadOption.R_SERIES);
        most = (float) spec.get(ReadOption.R_SERIES_MAX_TOTAL);
        reference = (float) -spec.get(ReadOption.V_OFFSET_W_MIN);
        present = spec.get(ReadOption.V_OFFSET_STD) > 0 || resistance > 0;
        this.lines = lines;
    }

    /** Changes the currents of one pass. */
    void apply(final float[] volts, final float[] y) {
        if (!present) {
            return;
        }
        float sum = 0;
        for (final float value : volts) {
            sum += value;
        }
        final float q = reference * sum;
        final float[] offset = lines.offset();
        for (int i = 0; i < y.length; i++) {
            final float v = offset[i];
            y[i] = resistance > 0 ? (1 - v) * resisted(y[i] + q) - (1 + v) * resisted(q) : (1 - v) * y[i] - 2 * v * q;
        }
    }

    private float resisted(final float current) {
        return current / (1 + Math.min(resistance * Math.abs(current), most));
    }
}
