package org.ranvier.rpu.device;

import java.util.List;
import org.ranvier.rpu.cell.ArraySite;

/**
 * The exponential-step device, fitted to CMOS-like synapses, resistive RAM and phase-change memory (IBM aihwkit, ExpStep).
 *
 * <p>With z = 2 a w / (b_max - b_min) + b, the steps at weight 0 are multiplied by y, up max(1 - A_up exp(gamma_up z), 0), down
 * max(1 - A_down exp(-gamma_down z), 0). Noise is dw_min_std times the actual step, plus dw_min_std (dw_min_std_add +
 * dw_min_std_slope |w|).
 *
 * <p>The granularity is the mean <em>down</em> step at weight 0, as in the code of aihwkit, which takes twice the down step
 * where it means the mean of both; trains are as long as there, at the price that up updates of asymmetric devices are not
 * exactly as large as asked for.
 */
public record ExpStep() implements StepModel {
    /** The name in chip files. */
    public static final String TYPE = "exp-step";

    private static final Parameter A_UP = factor("A_up", 0.00081, "factor A of up steps");
    private static final Parameter A_DOWN = factor("A_down", 0.36833, "factor A of down steps");
    private static final Parameter GAMMA_UP = factor("gamma_up", 12.44625, "exponent of up steps");
    private static final Parameter GAMMA_DOWN = factor("gamma_down", 12.78785, "exponent of down steps");
    private static final Parameter A = factor("a", 0.244, "slope of z with the weight");
    private static final Parameter B = factor("b", 0.2425, "z at weight 0");
    private static final Parameter DW_MIN_STD_ADD = Parameter.number(
            "dw_min_std_add",
            "weight",
            0,
            1024,
            0,
            "step added to the actual one in the noise, in units of dw_min_std");
    private static final Parameter DW_MIN_STD_SLOPE = Parameter.number(
            "dw_min_std_slope", "relative", 0, 1024, 0, "share of the weight added to the step in the noise");

    private static Parameter factor(final String name, final double usual, final String meaning) {
        return Parameter.number(name, "", -1000, 1000, usual, meaning);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        return PulsedOptions.and(A_UP, A_DOWN, GAMMA_UP, GAMMA_DOWN, A, B, DW_MIN_STD_ADD, DW_MIN_STD_SLOPE);
    }

    @Override
    public double granularity(final Settings settings) {
        final double step = settings.get(PulsedOptions.DW_MIN)
                * (1 - Math.max(settings.get(PulsedOptions.UP_DOWN), 0) - settings.get(PulsedOptions.ASYMMETRY) / 2);
        final double z = settings.get(B);
        return Math.max(1 - settings.get(A_DOWN) * StrictMath.exp(-settings.get(GAMMA_DOWN) * z), 0) * Math.abs(step);
    }

    @Override
    public StepRule rule(final Settings settings, final ArraySite site, final DeviceParameters parameters) {
        final float[][] slope = new float[site.rows()][site.columns()];
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                final float range = parameters.upper()[row][column] - parameters.lower()[row][column];
                slope[row][column] = range > 0 ? (float) (2 * settings.get(A) / range) : 0;
            }
        }
        final double z = settings.get(B);
        final double noise = settings.get(PulsedOptions.DW_MIN_STD);
        final double add = noise * settings.get(DW_MIN_STD_ADD);
        final double share = noise * settings.get(DW_MIN_STD_SLOPE);
        return new Rule(
                new Curve(parameters.up(), slope, settings.get(A_UP), settings.get(GAMMA_UP), z, 1, noise, add, share),
                new Curve(
                        parameters.down(),
                        slope,
                        settings.get(A_DOWN),
                        -settings.get(GAMMA_DOWN),
                        z,
                        -1,
                        noise,
                        add,
                        share));
    }

    private record Rule(Curve rising, Curve falling) implements StepRule {
        @Override
        public void up(final int row, final double[] state, final int[] columns, final int count, final float[] z) {
            rising.pulse(row, state, columns, count, z);
        }

        @Override
        public void down(final int row, final double[] state, final int[] columns, final int count, final float[] z) {
            falling.pulse(row, state, columns, count, z);
        }

        @Override
        public boolean noisy() {
            return rising.noise > 0;
        }

        @Override
        public BulkRule bulk(final DeviceParameters parameters) {
            final boolean relative = rising.add == 0 && rising.share == 0;
            return relative && noisy() ? new ExpSum(rising, falling, parameters) : null;
        }
    }

    /** One direction: step sizes and z's slopes per device, then factor, exponent, z at weight 0, sign and noise. */
    record Curve(
            float[][] size,
            float[][] slope,
            double factor,
            double exponent,
            double offset,
            double sign,
            double noise,
            double add,
            double share) {

        void pulse(final int row, final double[] state, final int[] columns, final int count, final float[] normals) {
            final float[] sizes = size[row];
            final float[] slopes = slope[row];
            final double scale = scale();
            for (int i = 0; i < count; i++) {
                final int column = columns[i];
                final double w = state[column];
                final double y = Math.max(1 - scale * Elementary.exp(exponent * slopes[column] * w), 0);
                final double step = y * sizes[column];
                final double spread = noise * Math.abs(step) + add + share * Math.abs(w);
                state[column] = w + sign * step + spread * normals[i];
            }
        }

        /** @return the factor of the exponential: A exp(g (s w + b)) = (A exp(g b)) exp((g s) w) */
        double scale() {
            return factor * Elementary.exp(exponent * offset);
        }
    }
}
