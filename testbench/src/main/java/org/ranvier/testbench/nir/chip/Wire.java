package org.ranvier.testbench.nir.chip;

import java.util.List;

/**
 * All synapses from one population, or from the input, to another that arrive the same number of steps later.
 *
 * @param source place of the population in {@link Wiring#populations}, or {@link #INPUT}
 * @param target place of the population
 * @param steps 0 when the target computes a step with what the source gave in the same step
 * @param rows synapses by element of the source
 */
record Wire(int source, int target, int steps, List<Row> rows) {
    /** The source of what enters the network. */
    static final int INPUT = -1;

    /** The synapses of one element: elements of the target, ascending, and their weights. */
    record Row(int[] targets, double[] weights) {}

    /** @return synapses */
    int synapses() {
        return rows.stream().mapToInt(row -> row.targets().length).sum();
    }
}
