package org.ranvier.testbench.reference;

/** The weights between two layers in Q20: one row per neuron of the lower layer and a last row for the bias, one column per neuron above. */
final class WeightMatrix {
    private final int inputs;
    private final int columns;
    private final int[] weights;

    /**
     * Draws Glorot-uniform weights in +-sqrt(6 / (inputs + columns)); the bias row is 0.
     *
     * @param inputs neurons of the lower layer
     * @param columns neurons of the upper layer
     * @param seed the seed of the run
     * @param stream the random stream of this matrix
     */
    WeightMatrix(final int inputs, final int columns, final long seed, final int stream) {
        this.inputs = inputs;
        this.columns = columns;
        this.weights = new int[(inputs + 1) * columns];
        final int bound = SsnnBpSpec.initialBound(inputs, columns);
        for (int i = 0; i < inputs * columns; i++) {
            final int random = Xorshift32.next(Xorshift32.next(Xorshift32.seed(seed, stream, i)));
            weights[i] = (int) ((random >>> 12) * (2L * bound) >> 20) - bound;
        }
    }

    /** @return the weights row by row, bias row last; the matrix itself, not a copy */
    int[] weights() {
        return weights;
    }

    /** Sums the rows that spiked and the bias row into {@code sums}, one per column. */
    void forward(final EventList rows, final int[] sums) {
        System.arraycopy(weights, inputs * columns, sums, 0, columns);
        for (int e = 0; e < rows.count(); e++) {
            final int base = rows.neuron(e) * columns;
            for (int j = 0; j < columns; j++) {
                sums[j] += weights[base + j];
            }
        }
    }

    /** Reads one row against signed events of the columns: the error that flows back to the neuron of that row. */
    long backward(final int row, final EventList errors) {
        long sum = 0;
        for (int e = 0; e < errors.count(); e++) {
            sum += (long) errors.sign(e) * weights[row * columns + errors.neuron(e)];
        }
        return sum;
    }

    /**
     * Applies one pulse where a row (or the bias) meets a column with an error.
     *
     * @param rows the rows that spiked
     * @param errors the columns with an error and the direction of their pulses
     * @param step the size of a pulse
     * @param bound the largest magnitude of a weight
     * @return how many pulses were applied
     */
    int pulse(final EventList rows, final EventList errors, final int step, final int bound) {
        if (errors.count() == 0) {
            return 0;
        }
        for (int e = 0; e < rows.count(); e++) {
            pulseRow(rows.neuron(e), errors, step, bound);
        }
        pulseRow(inputs, errors, step, bound);
        return (rows.count() + 1) * errors.count();
    }

    private void pulseRow(final int row, final EventList errors, final int step, final int bound) {
        for (int e = 0; e < errors.count(); e++) {
            final int cell = row * columns + errors.neuron(e);
            weights[cell] = Math.max(-bound, Math.min(bound, weights[cell] + errors.sign(e) * step));
        }
    }

    /** Continues a hash over the weights in row-major order: h = 31 h + weight, modulo 2^32. */
    int hash(final int start) {
        int h = start;
        for (final int weight : weights) {
            h = 31 * h + weight;
        }
        return h;
    }
}
