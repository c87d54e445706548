package org.ranvier.rpu.read;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.rpu.cell.ArraySite;

/**
 * Reads an array of weights through converters, in either direction:
 * <pre>
 * s = 1 / (alpha bm)                          alpha: noise management, bm: bound management
 * v = clip(rint(s x / r_in) r_in, inp_bound) + inp_noise xi;  negative v lose inp_asymmetry
 * y = W v, less the voltage drop, with voltage errors and weight noise
 * y = slope y / (1 + n |y|) + out_noise xi
 * y = clip(rint(y / r_out) r_out, out_bound) / s out_scale
 * </pre>
 * This is aihwkit's analog matrix-vector product, without the limits of its random numbers. When a read-out was clipped, bound
 * management doubles bm and reads again, up to its limits. All-zero inputs (and those whose alpha is 0) are not read at all: the
 * result is exactly 0, without noise.
 *
 * <p>Noise depends on the site, the direction and the number of the read in that direction only. Nothing is allocated per read.
 */
public final class ReadPipeline implements Stateful {
    private final String identity;
    private final int columns;
    private final MatrixProduct product;
    private final PlaneProduct plane;
    private final DirectedRead forward;
    private final DirectedRead transposed;
    private boolean loaded;
    private boolean unchanged;

    /**
     * Makes a pipeline around the exact product.
     *
     * @param spec the periphery, of both directions
     * @param site shape and noise address of the array
     */
    public ReadPipeline(final ReadSpec spec, final ArraySite site) {
        this(spec, site, null);
    }

    /**
     * Makes a pipeline around a product of one's own.
     *
     * @param spec the periphery, of both directions
     * @param site shape and noise address of the array
     * @param product what the lines return, or null for the exact product
     */
    public ReadPipeline(final ReadSpec spec, final ArraySite site, final MatrixProduct product) {
        identity = "read " + spec;
        columns = site.columns();
        plane = PlaneProducts.create(site.rows(), site.columns());
        this.product = product == null ? plane : product;
        forward = new DirectedRead(spec, site, false, this.product, plane);
        transposed = new DirectedRead(spec, site, true, this.product, plane);
    }

    /**
     * Drives the rows and senses the columns: {@code y[j] = sum over i of W[i][j] x[i]}.
     *
     * @param weights weights in Q20, row then column
     * @param x one input per row
     * @param y gets one read-out per column
     * @return attempts: 1 and one more for every retry of the bound management; 0 when there was nothing to read. What an attempt
     *     takes is the specification's {@link ReadSpec#mode}
     */
    public int forward(final int[][] weights, final float[] x, final float[] y) {
        load(weights);
        return forward.read(weights, x, y, columns);
    }

    /**
     * Drives the columns and senses the rows: {@code y[i] = sum over j of W[i][j] d[j]}. There is no bound management.
     *
     * @param weights weights in Q20, row then column
     * @param d one input per column
     * @param y gets one read-out per sensed row
     * @param sensedRows how many rows are wanted, from 0
     * @return attempts, as above
     */
    public int backward(final int[][] weights, final float[] d, final float[] y, final int sensedRows) {
        load(weights);
        return transposed.read(weights, d, y, sensedRows);
    }

    /**
     * Promises that the weights are those of the last read, so that the next read need not look for changes. Only the first read
     * of a pipeline looks all the same.
     */
    public void unchanged() {
        unchanged = loaded;
    }

    private void load(final int[][] weights) {
        if (!unchanged) {
            product.load(weights);
            if (product != plane) {
                plane.load(weights);
            }
            loaded = true;
        }
        unchanged = false;
    }

    @Override
    public void save(final StateWriter out) {
        out.section(identity);
        forward.save(out);
        transposed.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        in.section(identity);
        forward.restore(in);
        transposed.restore(in);
    }
}
