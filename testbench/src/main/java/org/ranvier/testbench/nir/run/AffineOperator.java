package org.ranvier.testbench.nir.run;

import org.ranvier.testbench.nir.graph.Affine;

/** {@code y = W x + b} for every row of the input. Inputs that are zero, as most are among spikes, are passed over. */
final class AffineOperator implements Operator {
    private final int inputs;
    private final int outputs;
    private final double[] columns;
    private final double[] bias;

    /**
     * @param affine the weights
     */
    AffineOperator(final Affine affine) {
        inputs = affine.inputs();
        outputs = affine.outputs();
        bias = affine.bias() == null ? new double[outputs] : affine.bias().spread("bias", outputs);
        columns = new double[inputs * outputs];
        final double[] weights = affine.weight().data();
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                columns[i * outputs + o] = weights[o * inputs + i];
            }
        }
    }

    @Override
    public void step(final double[] input, final double[] output) {
        for (int row = 0; row * outputs < output.length; row++) {
            final int start = row * outputs;
            System.arraycopy(bias, 0, output, start, outputs);
            for (int i = 0; i < inputs; i++) {
                final double x = input[row * inputs + i];
                if (x != 0) {
                    for (int o = 0; o < outputs; o++) {
                        output[start + o] += x * columns[i * outputs + o];
                    }
                }
            }
        }
    }
}
