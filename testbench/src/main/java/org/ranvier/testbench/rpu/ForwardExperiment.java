package org.ranvier.testbench.rpu;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.read.ReadPipeline;

/** Reads one array again and again and compares with the exact product. */
public final class ForwardExperiment {
    private ForwardExperiment() {}

    /**
     * Runs a case.
     *
     * @param run what to run
     * @return bias, noise and error
     */
    public static ForwardResult run(final ForwardCase run) {
        final int[][] weights = run.weights();
        final float[] x = run.input();
        final double[] exact = exact(run, x);
        final ReadPipeline pipeline =
                new ReadPipeline(run.spec(), new ArraySite(run.rows(), run.columns(), run.seed(), 0));
        final float[] y = new float[run.outputs()];
        final double[] sums = new double[y.length];
        final double[] squares = new double[y.length];
        long passes = 0;
        for (int repetition = 0; repetition < run.repetitions(); repetition++) {
            passes += run.backward() ? pipeline.backward(weights, x, y, y.length) : pipeline.forward(weights, x, y);
            for (int k = 0; k < y.length; k++) {
                final double error = y[k] - exact[k];
                sums[k] += error;
                squares[k] += error * error;
            }
        }
        return summary(sums, squares, run.repetitions(), (double) passes / run.repetitions());
    }

    private static ForwardResult summary(
            final double[] sums, final double[] squares, final int repetitions, final double passes) {
        double bias = 0;
        double variance = 0;
        double error = 0;
        for (int k = 0; k < sums.length; k++) {
            final double mean = sums[k] / repetitions;
            final double square = squares[k] / repetitions;
            bias += mean / sums.length;
            variance += Math.max(0, square - mean * mean) / sums.length;
            error += square / sums.length;
        }
        return new ForwardResult(bias, Math.sqrt(variance), Math.sqrt(error), passes);
    }

    private static double[] exact(final ForwardCase run, final float[] x) {
        final double[] exact = new double[run.outputs()];
        for (int k = 0; k < exact.length; k++) {
            for (int line = 0; line < x.length; line++) {
                exact[k] += x[line] * (run.backward() ? run.weight(k, line) : run.weight(line, k));
            }
        }
        return exact;
    }
}
