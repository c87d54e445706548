package org.ranvier.rpu.device;

import java.util.List;
import org.ranvier.rpu.cell.ArraySite;

/**
 * The piecewise-step device: steps are multiplied by a curve given at nodes, equally spaced from the device's lower to its
 * upper bound and joined by straight lines; for measured responses (IBM aihwkit, PiecewiseStep).
 */
public record PiecewiseStep() implements StepModel {
    /** The name in chip files. */
    public static final String TYPE = "piecewise-step";

    private static final Parameter UP = Parameter.numbers(
            "piecewise_up", "relative", -1000, 1000, 1, "factors of up steps from the lower bound to the upper");
    private static final Parameter DOWN = Parameter.numbers(
            "piecewise_down", "relative", -1000, 1000, 1, "factors of down steps from the lower bound to the upper");

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        return PulsedOptions.and(UP, DOWN);
    }

    @Override
    public StepRule rule(final Settings settings, final ArraySite site, final DeviceParameters parameters) {
        return new Rule(
                parameters,
                nodes(settings.list(UP)),
                nodes(settings.list(DOWN)),
                settings.get(PulsedOptions.DW_MIN_STD));
    }

    /** A single node is a constant curve. */
    private static double[] nodes(final List<Double> list) {
        return list.size() == 1
                ? new double[] {list.get(0), list.get(0)}
                : list.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private record Rule(DeviceParameters parameters, double[] up, double[] down, double noise) implements StepRule {
        @Override
        public void up(final int row, final double[] state, final int[] columns, final int count, final float[] z) {
            pulse(row, parameters.up()[row], up, 1, state, columns, count, z);
        }

        @Override
        public void down(final int row, final double[] state, final int[] columns, final int count, final float[] z) {
            pulse(row, parameters.down()[row], down, -1, state, columns, count, z);
        }

        private void pulse(
                final int row,
                final float[] size,
                final double[] curve,
                final double sign,
                final double[] state,
                final int[] columns,
                final int count,
                final float[] z) {
            final float[] high = parameters.upper()[row];
            final float[] low = parameters.lower()[row];
            for (int i = 0; i < count; i++) {
                final int column = columns[i];
                final double range = (double) high[column] - low[column];
                final double place = range > 0 ? (state[column] - low[column]) / range : 0;
                state[column] += sign * size[column] * at(curve, place) * (1 + noise * z[i]);
            }
        }

        private static double at(final double[] curve, final double place) {
            final int sections = curve.length - 1;
            final double scaled = Math.max(place * sections, 0);
            final int section = Math.min((int) scaled, sections - 1);
            final double share = Math.min(scaled - section, 1);
            return (1 - share) * curve[section] + share * curve[section + 1];
        }

        @Override
        public boolean noisy() {
            return noise > 0;
        }
    }
}
