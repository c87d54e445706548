package org.ranvier.rpu.parasitic;

import java.util.Arrays;
import org.ranvier.core.error.SimulationException;

/**
 * The voltages across the devices of an array, solved from the applied voltages by conjugate gradients.
 *
 * <p>With conductances G and the wires' operator Z, both symmetric and not negative, Kirchhoff's equations for the devices'
 * voltages v are v + Z G v = v0. The operator I + Z G is self-adjoint and positive in the inner product weighted by G, so
 * conjugate gradients converge there whatever the resistance, where a successive relaxation needs damping and may diverge. One
 * iteration costs one pass over the wires, as one relaxation sweep does. No eigenvalue is below 1, and few are far above, since
 * drops vary slowly along a line: hence few iterations, without preconditioner or factorisation.
 *
 * <p>Source: M. R. Hestenes and E. Stiefel, "Methods of conjugate gradients for solving linear systems", J. Res. NBS 49, 1952.
 */
final class DeviceVoltages {
    private static final int MOST_ITERATIONS = 20_000;

    private final double tolerance;
    private final int rows;
    private final int columns;
    private final double[][] voltage;
    private final double[][] residual;
    private final double[][] direction;
    private final double[][] image;
    private final double[][] current;
    private final double[] lane;
    private Wires wires;
    private double norm;
    private double worst;

    DeviceVoltages(final double tolerance, final int rows, final int columns) {
        this.tolerance = tolerance;
        this.rows = rows;
        this.columns = columns;
        voltage = new double[rows][columns];
        residual = new double[rows][columns];
        direction = new double[rows][columns];
        image = new double[rows][columns];
        current = new double[rows][columns];
        lane = new double[columns];
    }

    /** @return the live voltages: to be set to the applied ones before {@link #solve}, which turns them into the solution */
    double[][] voltage() {
        return voltage;
    }

    /**
     * Solves, starting from the applied voltages: so the result is a function of the arguments alone.
     *
     * @param paths the wires of this read direction
     * @param conductance conductances
     * @param scale the largest magnitude of the applied voltages
     * @return iterations taken
     */
    int solve(final Wires paths, final double[][] conductance, final double scale) {
        wires = paths;
        start(conductance);
        final double limit = tolerance * scale;
        int iterations = 0;
        while (worst > limit) {
            if (iterations++ == MOST_ITERATIONS) {
                throw new SimulationException("parasitic.tolerance: " + tolerance + " is not reached after "
                        + MOST_ITERATIONS + " iterations, the largest current error is " + worst / scale);
            }
            iterate(conductance);
        }
        return iterations;
    }

    private void start(final double[][] conductance) {
        for (int i = 0; i < rows; i++) {
            Arrays.fill(residual[i], 0);
            multiply(conductance[i], voltage[i], current[i]);
        }
        wires.addDrops(current, residual);
        for (int i = 0; i < rows; i++) {
            negate(residual[i], direction[i]);
            System.arraycopy(direction[i], 0, residual[i], 0, columns);
        }
        measure(conductance);
    }

    private void iterate(final double[][] conductance) {
        apply(conductance);
        final double step = norm / sumOfProducts(current, image);
        for (int i = 0; i < rows; i++) {
            addScaled(direction[i], step, voltage[i]);
            addScaled(image[i], -step, residual[i]);
        }
        final double before = norm;
        measure(conductance);
        final double keep = norm / before;
        for (int i = 0; i < rows; i++) {
            renew(residual[i], keep, direction[i]);
        }
    }

    /** Sets image = (I + Z G) direction, and the currents the direction drives. */
    private void apply(final double[][] conductance) {
        for (int i = 0; i < rows; i++) {
            multiply(conductance[i], direction[i], current[i]);
            System.arraycopy(direction[i], 0, image[i], 0, columns);
        }
        wires.addDrops(current, image);
    }

    /** Sums along columns first: such loops vectorise, while a plain sum may not be reordered. */
    private double sumOfProducts(final double[][] a, final double[][] b) {
        Arrays.fill(lane, 0);
        for (int i = 0; i < rows; i++) {
            addProducts(a[i], b[i], lane);
        }
        return sum(lane);
    }

    /** Sets the squared norm of the residual, weighted by conductance, and the largest current it stands for. */
    private void measure(final double[][] conductance) {
        Arrays.fill(lane, 0);
        final double[] peak = current[0];
        Arrays.fill(peak, 0);
        for (int i = 0; i < rows; i++) {
            addMeasures(conductance[i], residual[i], lane, peak);
        }
        norm = sum(lane);
        worst = 0;
        for (int j = 0; j < columns; j++) {
            worst = Math.max(worst, peak[j]);
        }
    }

    private void addMeasures(final double[] weight, final double[] r, final double[] squares, final double[] peak) {
        for (int j = 0; j < columns; j++) {
            final double error = weight[j] * r[j];
            squares[j] += error * r[j];
            peak[j] = Math.max(peak[j], Math.abs(error));
        }
    }

    private double sum(final double[] terms) {
        double total = 0;
        for (int j = 0; j < columns; j++) {
            total += terms[j];
        }
        return total;
    }

    private void addProducts(final double[] a, final double[] b, final double[] to) {
        for (int j = 0; j < columns; j++) {
            to[j] += a[j] * b[j];
        }
    }

    private void multiply(final double[] a, final double[] b, final double[] to) {
        for (int j = 0; j < columns; j++) {
            to[j] = a[j] * b[j];
        }
    }

    private void negate(final double[] from, final double[] to) {
        for (int j = 0; j < columns; j++) {
            to[j] = -from[j];
        }
    }

    private void addScaled(final double[] from, final double factor, final double[] to) {
        for (int j = 0; j < columns; j++) {
            to[j] += factor * from[j];
        }
    }

    private void renew(final double[] from, final double factor, final double[] to) {
        for (int j = 0; j < columns; j++) {
            to[j] = from[j] + factor * to[j];
        }
    }
}
