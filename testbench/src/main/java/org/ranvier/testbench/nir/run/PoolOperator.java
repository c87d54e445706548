package org.ranvier.testbench.nir.run;

import org.ranvier.testbench.nir.graph.Node;
import org.ranvier.testbench.nir.graph.Pool;

/** SumPool2d and AvgPool2d. */
final class PoolOperator implements Operator {
    private final Pool pool;
    private final int[] in;
    private final int[] out;
    private final double factor;

    /**
     * @param pool the windows
     * @param node its shapes
     */
    PoolOperator(final Pool pool, final Node node) {
        this.pool = pool;
        in = node.input();
        out = node.output();
        factor = pool.average() ? 1.0 / ((double) pool.kernel()[0] * pool.kernel()[1]) : 1;
    }

    @Override
    public void step(final double[] input, final double[] output) {
        int index = 0;
        for (int channel = 0; channel < out[0]; channel++) {
            for (int row = 0; row < out[1]; row++) {
                for (int column = 0; column < out[2]; column++) {
                    output[index++] = factor * sum(input, channel, row, column);
                }
            }
        }
    }

    private double sum(final double[] input, final int channel, final int row, final int column) {
        final int top = row * pool.stride()[0] - pool.padding()[0];
        final int left = column * pool.stride()[1] - pool.padding()[1];
        double sum = 0;
        for (int y = Math.max(0, top); y < Math.min(in[1], top + pool.kernel()[0]); y++) {
            for (int x = Math.max(0, left); x < Math.min(in[2], left + pool.kernel()[1]); x++) {
                sum += input[(channel * in[1] + y) * in[2] + x];
            }
        }
        return sum;
    }
}
