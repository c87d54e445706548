package org.ranvier.testbench.nir.run;

import java.util.SplittableRandom;
import org.ranvier.testbench.nir.graph.Network;

/** Runs networks in tests. */
public final class Runs {
    private Runs() {}

    /** Gives what the first Output gave, a row a step. */
    static double[][] outputs(final Network network, final RunRules rules, final double[][] frames) {
        return outputs(network, rules, frames, network.outputs().get(0));
    }

    /** Gives what a node gave, a row a step. */
    static double[][] outputs(final Network network, final RunRules rules, final double[][] frames, final int node) {
        final double[][] outputs = new double[frames.length][];
        new FloatExecutor(network, rules)
                .run(
                        frames(frames),
                        frames.length,
                        (step, activity) ->
                                outputs[step] = activity.output(node).clone());
        return outputs;
    }

    /** Wraps rows. */
    public static Frames frames(final double[][] rows) {
        return new Frames() {
            @Override
            public int steps() {
                return rows.length;
            }

            @Override
            public void frame(final int step, final double[] values) {
                System.arraycopy(rows[step], 0, values, 0, values.length);
            }
        };
    }

    /** Draws values in -1..1, a part of them zero. */
    public static double[] random(final SplittableRandom random, final int count, final double zeros) {
        final double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextDouble() < zeros ? 0 : random.nextDouble(-1, 1);
        }
        return values;
    }

    /** Draws rows of them. */
    public static double[][] random(
            final SplittableRandom random, final int rows, final int count, final double zeros) {
        final double[][] values = new double[rows][];
        for (int row = 0; row < rows; row++) {
            values[row] = random(random, count, zeros);
        }
        return values;
    }
}
