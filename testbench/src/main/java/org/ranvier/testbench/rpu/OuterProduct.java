package org.ranvier.testbench.rpu;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.update.UpdateEngine;

/**
 * The outer-product experiment: mean, variance and covariances of what one pulsed update does to every device.
 *
 * <p>In the convention of IBM aihwkit, i counts values of d and j values of x, and a positive product lowers the weight.
 * Devices are numbered i * (values of x) + j.
 */
public final class OuterProduct {
    private final OuterProductSpec spec;
    private final UpdateEngine engine;
    private final UpdateTheory theory;
    private final double[] sum;
    private final double[][] products;

    private OuterProduct(final OuterProductSpec spec) {
        this.spec = spec;
        engine = new UpdateEngine(spec.update(), site(0));
        final int devices = spec.x().length * spec.d().length;
        sum = new double[devices];
        products = new double[devices][devices];
        // The first update is not counted: it makes the scales known.
        engine.update(
                spec.device().build(site(0)), spec.step(), spec.x(), spec.d(), spec.learningRate(), 0, CellEvents.NONE);
        theory = new UpdateTheory(spec, engine.slots(), engine.columnScale(), engine.rowScale());
    }

    /**
     * Runs the experiment.
     *
     * @param spec what to do
     * @return the result
     */
    public static OuterProduct run(final OuterProductSpec spec) {
        final OuterProduct experiment = new OuterProduct(spec);
        experiment.run();
        return experiment;
    }

    private ArraySite site(final int array) {
        return new ArraySite(spec.x().length, spec.d().length, spec.seed(), array);
    }

    private void run() {
        final double[] deviation = new double[sum.length];
        Cells cells = spec.device().build(site(0));
        long slot = engine.slots();
        for (int update = 1; update <= spec.updates(); update++) {
            if (spec.deviceSpread() > 0) {
                cells = spec.device().build(site(update));
            }
            slot += engine.update(cells, spec.step(), spec.x(), spec.d(), -spec.learningRate(), slot, CellEvents.NONE);
            take(cells, deviation);
            add(deviation);
        }
    }

    /** Takes the changes, less their expectation, and sets the devices back. */
    private void take(final Cells cells, final double[] deviation) {
        for (int device = 0; device < sum.length; device++) {
            final int row = device % spec.x().length;
            final int column = device / spec.x().length;
            deviation[device] = cells.state(row, column) - theory.mean(device);
            cells.weight(row, column, 0);
        }
    }

    private void add(final double[] deviation) {
        for (int a = 0; a < sum.length; a++) {
            final double own = deviation[a];
            final double[] row = products[a];
            sum[a] += own;
            for (int b = a; b < sum.length; b++) {
                row[b] += own * deviation[b];
            }
        }
    }

    /** @return what was done */
    public OuterProductSpec spec() {
        return spec;
    }

    /** @return what is to be expected */
    public UpdateTheory theory() {
        return theory;
    }

    /**
     * Gives the mean change of a device.
     *
     * @param device its number
     * @return in weights
     */
    public double mean(final int device) {
        return theory.mean(device) + sum[device] / spec.updates();
    }

    /**
     * Gives the covariance of two devices' changes; of a device with itself, the variance.
     *
     * @param a a device
     * @param b a device, not before {@code a}
     * @return in squared weights
     */
    public double covariance(final int a, final int b) {
        final double n = spec.updates();
        return (products[a][b] - sum[a] * sum[b] / n) / (n - 1);
    }
}
