package org.ranvier.testbench.rpu;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.parasitic.ParasiticRead;
import org.ranvier.rpu.read.MatrixProduct;
import org.ranvier.rpu.read.ReadPipeline;

/** Reads one array again and again and compares with the exact product. */
public final class ForwardExperiment {
    private ForwardExperiment() {}

    /**
     * Runs a case.
     *
     * @param array what is read
     * @param run how it is read
     * @return bias, noise and error
     */
    public static ForwardResult run(final WaveArray array, final ForwardCase run) {
        final float[] x = array.input(run.inputKind(), run.backward());
        final double[] exact = array.product(x, run.backward());
        final ReadPipeline pipeline = new ReadPipeline(
                run.spec(), new ArraySite(array.rows(), array.columns(), run.seed(), 0), product(array, run));
        final float[] y = new float[exact.length];
        final double[] sums = new double[y.length];
        final double[] squares = new double[y.length];
        for (int repetition = 0; repetition < run.repetitions(); repetition++) {
            pipeline.unchanged();
            if (run.backward()) {
                pipeline.backward(array.weights(), x, y, y.length);
            } else {
                pipeline.forward(array.weights(), x, y);
            }
            for (int k = 0; k < y.length; k++) {
                final double error = y[k] - exact[k];
                sums[k] += error;
                squares[k] += error * error;
            }
        }
        return summary(sums, squares, run.repetitions());
    }

    private static MatrixProduct product(final WaveArray array, final ForwardCase run) {
        return run.wires() == null ? null : new ParasiticRead(run.wires(), array.rows(), array.columns());
    }

    private static ForwardResult summary(final double[] sums, final double[] squares, final int repetitions) {
        double bias = 0;
        double variance = 0;
        double error = 0;
        for (int k = 0; k < sums.length; k++) {
            final double mean = sums[k] / repetitions;
            final double between = Math.max(0, squares[k] - mean * sums[k]);
            bias += mean / sums.length;
            variance += between / Math.max(1, repetitions - 1) / sums.length;
            error += squares[k] / repetitions / sums.length;
        }
        return new ForwardResult(bias, Math.sqrt(variance), Math.sqrt(error));
    }
}
