package org.ranvier.testbench.reference.sfdfa;

import java.util.Arrays;

/**
 * Neurons of one layer with their weights: how they fire and what they remember of it for learning.
 *
 * <p>Numbers: potentials, currents, alpha and z Q16; eligibilities E and r Q13 in 16 bits; derivatives Q10; reciprocals Q14.
 *
 * <p>Inputs that have not fired in the sample have alpha = z = 0 and keep E = r = 0, so traces are kept only for those that have, in
 * the order of their first spikes. That changes no result and makes all work on traces a loop over dense arrays.
 */
final class IntegerLayer {
    private static final int RECIPROCAL_BITS = 30;
    private static final int RANDOM_BITS = 16;
    private static final int GAIN_OFFSET = 3;
    private static final int ENERGY_OFFSET = 4;

    private final SfdfaLayerSpec spec;
    private final SfdfaRule rule;
    private final SfdfaTiming timing;
    private final int[] rho;

    /** A row per input, so that an arrival adds a row to the currents. */
    private final int[][] weights;

    private final int[] current;
    private final int[] potential;
    private final int[] count;
    private final int[] last;
    private final int[] pending;

    /** Sums over what arrives in a step: of weights, and of weights times derivatives. */
    private final int[] arrived;

    private final long[] carried;

    private final int[] derivative;
    private final int[] reciprocals;

    /** Inputs that have fired: their number, which they are, and where each is; -1 where it is not. */
    private int seen;

    private final int[] input;
    private final int[] slot;
    private final int[] alpha;
    private final int[] unreset;
    private final int[][] eligibility;
    private final int[][] recent;
    private final int[] draws;

    private long changed;
    private long passes;

    IntegerLayer(final SfdfaSpec network, final int number) {
        this.spec = network.layer(number);
        this.rule = network.rule();
        this.timing = network.timing();
        this.rho = timing.rho();
        final int neurons = network.size(number);
        final int inputs = network.size(number - 1);
        weights = StartWeights.matrix(network, number);
        current = new int[neurons];
        potential = new int[neurons];
        count = new int[neurons];
        last = new int[neurons];
        pending = new int[neurons];
        arrived = new int[neurons];
        carried = new long[neurons];
        derivative = new int[neurons];
        reciprocals = new int[neurons];
        input = new int[inputs];
        slot = new int[inputs];
        Arrays.fill(slot, -1);
        alpha = new int[inputs];
        unreset = new int[inputs];
        eligibility = new int[neurons][inputs];
        recent = new int[neurons][inputs];
        draws = new int[inputs];
    }

    /** Forgets the last sample. */
    void clear() {
        for (int i = 0; i < count.length; i++) {
            if (count[i] > 0) {
                Arrays.fill(eligibility[i], 0, seen, 0);
                Arrays.fill(recent[i], 0, seen, 0);
            }
        }
        for (int k = 0; k < seen; k++) {
            slot[input[k]] = -1;
        }
        seen = 0;
        Arrays.fill(current, 0);
        Arrays.fill(potential, 0);
        Arrays.fill(count, 0);
        Arrays.fill(pending, 0);
        Arrays.fill(derivative, 0);
        Arrays.fill(reciprocals, 0);
    }

    /**
     * Runs one step.
     *
     * @param t the step
     * @param arriving spikes of the layer below in this step
     * @param perturbation what the first spike of each neuron carries besides, Q10; null for none
     * @param learning whether eligibilities are wanted
     * @param fired receives the spikes of this layer
     */
    void step(
            final int t,
            final SpikeList arriving,
            final int[] perturbation,
            final boolean learning,
            final SpikeList fired) {
        decayNeurons();
        if (learning) {
            decayTraces();
        }
        for (int s = 0; s < arriving.count(); s++) {
            arrive(arriving.neuron(s), arriving.value(s), learning);
        }
        land();
        fired.clear();
        for (int i = 0; i < potential.length; i++) {
            if (potential[i] >= spec.threshold()) {
                potential[i] -= spec.threshold();
                if (learning) {
                    remember(i, t);
                    fired.add(i, emit(i, perturbation));
                } else {
                    fired.add(i, 0);
                }
                count[i]++;
                last[i] = t;
            }
        }
    }

    private void decayNeurons() {
        final int km = timing.membraneShift();
        final int ks = timing.currentShift();
        for (int i = 0; i < potential.length; i++) {
            potential[i] = FixedPoint.add(potential[i], FixedPoint.round((long) current[i] - potential[i], km));
            current[i] -= FixedPoint.round(current[i], ks);
        }
    }

    private void decayTraces() {
        final int km = timing.membraneShift();
        final int ks = timing.currentShift();
        for (int k = 0; k < seen; k++) {
            unreset[k] = FixedPoint.add(unreset[k], FixedPoint.round((long) alpha[k] - unreset[k], km));
            alpha[k] -= FixedPoint.round(alpha[k], ks);
        }
    }

    /** Adds what has arrived in a step to the neurons. */
    private void land() {
        for (int i = 0; i < arrived.length; i++) {
            current[i] = FixedPoint.sat32(current[i] + ((long) arrived[i] << 16 - spec.fraction()));
            arrived[i] = 0;
            pending[i] = FixedPoint.add(pending[i], FixedPoint.sat32(carried[i] >> spec.fraction()));
            carried[i] = 0;
        }
    }

    private void arrive(final int from, final int value, final boolean learning) {
        final int[] row = weights[from];
        for (int i = 0; i < row.length; i++) {
            arrived[i] += row[i];
        }
        if (!learning) {
            return;
        }
        if (value != 0) {
            for (int i = 0; i < row.length; i++) {
                carried[i] += (long) row[i] * value;
            }
        }
        if (slot[from] < 0) {
            slot[from] = seen;
            input[seen] = from;
            alpha[seen] = 0;
            unreset[seen] = 0;
            seen++;
        }
        alpha[slot[from]] = FixedPoint.add(alpha[slot[from]], 1 << 16);
    }

    /** What the spike of a neuron carries: all that has arrived since its last one, and the perturbation if it is the first. */
    private int emit(final int i, final int[] perturbation) {
        final int own = perturbation != null && count[i] == 0 ? perturbation[i] : 0;
        final int value = FixedPoint.add(pending[i], own);
        derivative[i] = FixedPoint.add(derivative[i], pending[i]);
        pending[i] = 0;
        return value;
    }

    /** The pass over the synapses of a neuron that fires: each adds the gradient of this spike's time to its eligibility. */
    private void remember(final int i, final int t) {
        final int steepness = FixedPoint.sat32((long) current[i] - (rule.exactSlope() ? spec.threshold() : 0));
        final int inverse = (1 << RECIPROCAL_BITS) / Math.max(steepness, spec.threshold() >> 4);
        final long decay = rule.intraNeuron() && count[i] > 0 ? rho[t - last[i]] : 0;
        final long reset = FixedPoint.sat32(spec.threshold() * decay >> 16);
        reciprocals[i] = FixedPoint.sat32(reciprocals[i] + (long) inverse);
        passes += seen;
        final int[] e = eligibility[i];
        final int[] r = recent[i];
        for (int k = 0; k < seen; k++) {
            final int kept = (int) (decay * r[k] >> 12);
            final long response = FixedPoint.add(unreset[k] >> 4, FixedPoint.sat32(reset * r[k] >> 13));
            final int delta = FixedPoint.sat32(response * inverse >> 13);
            e[k] = FixedPoint.sat16(FixedPoint.add(e[k], delta));
            r[k] = FixedPoint.sat16(FixedPoint.add(kept, delta));
        }
    }

    /**
     * Changes the weights of one neuron by its eligibilities, stochastically rounded: the change is computed to 16 bits behind the point, in
     * 32 bits, gets a random number below one added and is rounded down.
     *
     * @param i the neuron
     * @param error of the neuron
     * @param shift the change is error * E / 2^shift, in units of a weight; 1..31
     * @param random numbers of 0..65535, one per input that has fired
     */
    void learn(final int i, final int error, final int shift, final int[] random) {
        final int limit = 1 << spec.bits() - 1;
        final int[] e = eligibility[i];
        final long factor = shift < RANDOM_BITS ? FixedPoint.sat32((long) error << RANDOM_BITS - shift) : error;
        final int right = Math.max(0, shift - RANDOM_BITS);
        for (int k = 0; k < seen; k++) {
            final int[] row = weights[input[k]];
            final long exact = FixedPoint.sat32(factor * e[k] >> right);
            final int change = FixedPoint.sat32(exact + random[k]) >> RANDOM_BITS;
            final int weight = Math.max(-limit, Math.min(limit - 1, row[i] + change));
            changed += change == 0 ? 0 : 1;
            row[i] = weight;
        }
    }

    /**
     * Measures how much a neuron has learnt about its weights in the sample.
     *
     * @param i the neuron
     * @return by which power of two its learning rate is to be lowered, -4..27
     */
    int normaliserShift(final int i) {
        return switch (rule.normaliser()) {
            case OFF -> 0;
            case GAIN -> FixedPoint.log2(Math.min(gain(i) + 1L, Integer.MAX_VALUE)) - GAIN_OFFSET;
            case ENERGY -> FixedPoint.log2(energy(i) + 1L) - ENERGY_OFFSET;
        };
    }

    private int gain(final int i) {
        final long reciprocal = reciprocals[i] >> 4;
        return FixedPoint.sat32(FixedPoint.sat32(reciprocal * seen) * reciprocal >> 26);
    }

    private int energy(final int i) {
        long squares = 0;
        for (int k = 0; k < seen; k++) {
            squares += (long) eligibility[i][k] * eligibility[i][k] >> 10;
        }
        return FixedPoint.sat32(squares) >> 16;
    }

    /** @return an array for random numbers, one per input */
    int[] draws() {
        return draws;
    }

    /** @return how many inputs have fired in this sample */
    int seen() {
        return seen;
    }

    /** @return spikes of every neuron in this sample; not a copy */
    int[] count() {
        return count;
    }

    /** @return for every neuron the sum of what arrived at its spikes, Q10; not a copy */
    int[] derivative() {
        return derivative;
    }

    /** @return weights, a row per input; not a copy */
    int[][] weights() {
        return weights;
    }

    /** @return potentials, Q16; not a copy */
    int[] potential() {
        return potential;
    }

    /** @return currents, Q16; not a copy */
    int[] current() {
        return current;
    }

    /** @return alpha of every input, Q16 */
    int[] alpha() {
        return perInput(alpha);
    }

    /** @return z of every input, Q16 */
    int[] unreset() {
        return perInput(unreset);
    }

    /** @return E of one neuron, a value per input, Q13 */
    int[] eligibility(final int i) {
        return perInput(eligibility[i]);
    }

    /** @return r of one neuron, a value per input, Q13 */
    int[] recent(final int i) {
        return perInput(recent[i]);
    }

    private int[] perInput(final int[] perSlot) {
        final int[] values = new int[slot.length];
        for (int k = 0; k < seen; k++) {
            values[input[k]] = perSlot[k];
        }
        return values;
    }

    /** @return writes since construction that would change a weight if it did not saturate */
    long changed() {
        return changed;
    }

    /** @return synapses visited by passes of firing neurons since construction */
    long passes() {
        return passes;
    }
}
