package org.ranvier.testbench.nir.chip;

import org.ranvier.core.memory.RowPointers;

/**
 * A wire with whole weights.
 *
 * @param wire the wire
 * @param rows synapses of each element of the source
 * @param targets by synapse
 * @param weights by synapse
 * @param units the real weight, times the target's gain, that a weight of 1 stands for, by element of the target
 * @param error root of the mean square of the difference to the real weights, as a share of theirs
 */
record RoundedWire(Wire wire, RowPointers rows, char[] targets, short[] weights, double[] units, double error) {
    /**
     * Rounds a wire.
     *
     * @param wire the wire
     * @param cells its target
     * @param activity of the elements of its source
     * @param precision bits of the weights
     */
    static RoundedWire of(final Wire wire, final Cells cells, final double[] activity, final Precision precision) {
        final int[] lengths =
                wire.rows().stream().mapToInt(row -> row.targets().length).toArray();
        final WeightScale scale = new WeightScale(precision);
        final double[] units = units(wire, cells, activity, scale);
        final char[] targets = new char[wire.synapses()];
        final short[] weights = new short[targets.length];
        double square = 0;
        double difference = 0;
        int next = 0;
        for (final Wire.Row row : wire.rows()) {
            for (int i = 0; i < row.targets().length; i++) {
                final int target = row.targets()[i];
                final double weight = row.weights()[i] * cells.gain()[target];
                targets[next] = (char) target;
                weights[next] = (short) scale.round(weight, units[target]);
                final double lost = weight - units[target] * weights[next++];
                square += weight * weight;
                difference += lost * lost;
            }
        }
        return new RoundedWire(
                wire,
                RowPointers.ofLengths(lengths),
                targets,
                weights,
                units,
                square == 0 ? 0 : Math.sqrt(difference / square));
    }

    private static double[] units(
            final Wire wire, final Cells cells, final double[] activity, final WeightScale scale) {
        final int neurons = cells.gain().length;
        final int[] counts = new int[neurons];
        wire.rows().forEach(row -> {
            for (final int target : row.targets()) {
                counts[target]++;
            }
        });
        final double[][] weights = new double[neurons][];
        final double[][] sources = new double[neurons][];
        for (int n = 0; n < neurons; n++) {
            weights[n] = new double[counts[n]];
            sources[n] = new double[counts[n]];
        }
        for (int source = 0; source < wire.rows().size(); source++) {
            final Wire.Row row = wire.rows().get(source);
            for (int i = 0; i < row.targets().length; i++) {
                final int target = row.targets()[i];
                final int last = --counts[target];
                weights[target][last] = row.weights()[i] * cells.gain()[target];
                sources[target][last] = activity[source];
            }
        }
        final double[] units = new double[neurons];
        for (int n = 0; n < neurons; n++) {
            units[n] = scale.unit(weights[n], sources[n]);
        }
        return units;
    }

    /**
     * Bounds what can land at a neuron in a step.
     *
     * @param largest the largest magnitudes of the elements of the source
     * @return the largest sum of weights times these, over the neurons
     */
    double landing(final double[] largest) {
        final double[] sums = new double[units.length];
        for (int source = 0; source < largest.length; source++) {
            for (int i = rows.start(source); i < rows.start(source) + rows.length(source); i++) {
                sums[targets[i]] += Math.abs(weights[i]) * largest[source];
            }
        }
        double most = 0;
        for (final double sum : sums) {
            most = Math.max(most, sum);
        }
        return most;
    }
}
