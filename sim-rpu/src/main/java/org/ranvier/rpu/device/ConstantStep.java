package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;

/**
 * The constant-step device of Gokmen and Vlasov 2016: the step does not depend on the weight, but differs between devices,
 * between directions and from pulse to pulse; bounds are hard.
 *
 * @param population how devices differ
 */
public record ConstantStep(Population population) implements DeviceSpec {
    /** The name in chip files. */
    public static final String TYPE = "constant-step";

    /**
     * Makes the device of IBM aihwkit's Gokmen-Vlasov preset.
     *
     * @return dw_min 0.0016, spread 0.3, noise 0.3, up_down_dtod 0.01, bounds +-1 with spread 0.3
     */
    public static ConstantStep defaults() {
        return new ConstantStep(
                Population.of(new PulseStep(0.0016, 0.3, false, 0.3, 0, 0.01, 0), new Bounds(1, -1, 0.3, 0.3)));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public double granularity() {
        return population.step().minimum();
    }

    @Override
    public DeviceSpec with(final String option, final double value) {
        final Population other = population.with(option, value);
        if (other == null) {
            throw Options.unknown(TYPE, option, Population.OPTIONS);
        }
        return new ConstantStep(other);
    }

    @Override
    public Cells build(final ArraySite site) {
        final DeviceParameters parameters = new DeviceParameters(site, population);
        return new PulsedCells(
                site, parameters, new Rule(parameters, population.step().noise()));
    }

    private static final class Rule implements StepRule {
        private final float[][] up;
        private final float[][] down;
        private final double noise;

        Rule(final DeviceParameters parameters, final double noise) {
            this.up = parameters.up();
            this.down = parameters.down();
            this.noise = noise;
        }

        @Override
        public void up(final int row, final double[] state, final int[] columns, final int count, final float[] z) {
            final float[] step = up[row];
            for (int i = 0; i < count; i++) {
                state[columns[i]] += step[columns[i]] * (1 + noise * z[i]);
            }
        }

        @Override
        public void down(final int row, final double[] state, final int[] columns, final int count, final float[] z) {
            final float[] step = down[row];
            for (int i = 0; i < count; i++) {
                state[columns[i]] -= step[columns[i]] * (1 + noise * z[i]);
            }
        }

        @Override
        public boolean noisy() {
            return noise > 0;
        }
    }
}
