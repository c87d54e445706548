package org.ranvier.rpu.device;

import java.util.List;
import org.ranvier.rpu.cell.ArraySite;

/**
 * The constant-step device of Gokmen and Vlasov 2016: the step does not depend on the weight, but differs between devices,
 * between directions and from pulse to pulse; bounds are hard.
 */
public record ConstantStep() implements StepModel {
    /** The name in chip files. */
    public static final String TYPE = "constant-step";

    /**
     * Makes the device of IBM aihwkit's Gokmen-Vlasov preset.
     *
     * @return dw_min 0.0016, spread 0.3, noise 0.3, up_down_dtod 0.01, bounds +-1 with spread 0.3
     */
    public static DeviceSpec defaults() {
        return PulsedDevice.of(new ConstantStep());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        return PulsedOptions.ALL;
    }

    @Override
    public StepRule rule(final Settings settings, final ArraySite site, final DeviceParameters parameters) {
        return new Rule(parameters, settings.get(PulsedOptions.DW_MIN_STD));
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

        @Override
        public BulkRule bulk(final DeviceParameters parameters) {
            return new ConstantSum(parameters, noise);
        }
    }
}
