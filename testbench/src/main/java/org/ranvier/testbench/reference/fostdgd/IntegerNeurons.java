package org.ranvier.testbench.reference.fostdgd;

import java.util.Arrays;
import org.ranvier.testbench.reference.Xorshift32;

/** A layer of nonleaky integrate-and-fire neurons with integer weights, and the eligibility of every synapse. */
final class IntegerNeurons {
    private static final int TABLE = 64;
    private static final int FIRST_WEIGHT_STREAM = 100;

    private final FoStdgdSpec spec;
    private final int threshold;
    private final int[][] weights;
    private final int[] reciprocals = new int[TABLE];
    private final int reciprocalStep;
    private final int closedTrail;
    private final int openTrail;

    private final int[] potential;
    private final int[] input;
    private final int[] counts;
    private final int[] lastStep;
    private final int[] summed;
    private final int[] fired;
    private int firedCount;

    private final int[] heard;

    /** Inputs that have spiked in this sample: all that an eligibility can come from. */
    private final int[] active;

    private int activeCount;
    private final int[][] seen;
    private final int[][] eligibility;

    /**
     * Builds a layer with its start weights.
     *
     * @param spec the run
     * @param layer 1..L
     * @param one a weight of 1 as an integer
     */
    IntegerNeurons(final FoStdgdSpec spec, final int layer, final int one) {
        this.spec = spec;
        final int inputs = spec.size(layer - 1);
        final int neurons = spec.size(layer);
        final int unit = one / FoStdgdSpec.UNIT;
        threshold = spec.threshold() * unit;
        int step = 1;
        while ((long) step * TABLE < 4L * threshold) {
            step *= 2;
        }
        reciprocalStep = step;
        for (int i = 0; i < TABLE; i++) {
            reciprocals[i] =
                    (int) Math.round((double) FoStdgdSpec.UNIT * one / (threshold + i * (double) step + step / 2.0));
        }
        closedTrail = (int) Math.round((double) FoStdgdSpec.UNIT * one / threshold);
        openTrail = (int) Math.round(spec.trail(layer) * FoStdgdSpec.UNIT * one / threshold);
        weights = new int[inputs][neurons];
        final int bound = spec.startBound(layer);
        for (int i = 0; i < inputs * neurons; i++) {
            final int word =
                    Xorshift32.next(Xorshift32.next(Xorshift32.seed(spec.seed(), FIRST_WEIGHT_STREAM + layer - 1, i)));
            weights[i / neurons][i % neurons] = ((int) ((word >>> 12) * (2L * bound) >> 20) - bound) * unit;
        }
        potential = new int[neurons];
        input = new int[neurons];
        counts = new int[neurons];
        lastStep = new int[neurons];
        summed = new int[neurons];
        fired = new int[neurons];
        heard = new int[inputs];
        active = new int[inputs];
        final boolean exact = spec.form() == FoStdgdSpec.Form.EXACT;
        seen = new int[exact ? neurons : 0][inputs];
        eligibility = new int[exact ? neurons : 0][inputs];
    }

    void begin() {
        Arrays.fill(potential, 0);
        Arrays.fill(counts, 0);
        Arrays.fill(lastStep, 0);
        Arrays.fill(summed, 0);
        for (int a = 0; a < activeCount; a++) {
            heard[active[a]] = 0;
            for (int i = 0; i < seen.length; i++) {
                seen[i][active[a]] = 0;
                eligibility[i][active[a]] = 0;
            }
        }
        activeCount = 0;
    }

    /**
     * Takes a step.
     *
     * @param axons who spikes below
     * @param count how many of them
     * @param step the step, from 1
     * @param learning whether eligibilities are kept
     */
    void step(final int[] axons, final int count, final int step, final boolean learning) {
        Arrays.fill(input, 0);
        for (int a = 0; a < count; a++) {
            final int[] row = weights[axons[a]];
            for (int i = 0; i < input.length; i++) {
                input[i] += row[i];
            }
            if (heard[axons[a]]++ == 0) {
                active[activeCount++] = axons[a];
            }
        }
        firedCount = 0;
        for (int i = 0; i < input.length; i++) {
            potential[i] = Math.max(potential[i] + input[i], -threshold);
            if (potential[i] >= threshold) {
                if (learning) {
                    final int entry = Math.min(TABLE - 1, (potential[i] - threshold) / reciprocalStep);
                    endInterval(i, step, reciprocals[entry]);
                }
                lastStep[i] = step;
                potential[i] = 0;
                counts[i]++;
                fired[firedCount++] = i;
            }
        }
    }

    private void endInterval(final int neuron, final int step, final int reciprocal) {
        summed[neuron] += (step - lastStep[neuron]) * reciprocal;
        if (eligibility.length == 0) {
            return;
        }
        for (int a = 0; a < activeCount; a++) {
            final int j = active[a];
            eligibility[neuron][j] += (heard[j] - seen[neuron][j]) * reciprocal;
            seen[neuron][j] = heard[j];
        }
    }

    /** Ends the interval that the end of the sample cuts off. */
    void close() {
        for (int i = 0; i < potential.length; i++) {
            endInterval(i, spec.steps(), potential[i] > 0 ? closedTrail : openTrail);
        }
    }

    /** Reads the weights backward: what a neuron below gets of the deltas of some neurons, limited to 32 bit. */
    int backward(final int row, final int[] deltas, final int from, final int to, final int shift) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += (long) weights[row][i] * deltas[i];
        }
        return IntegerScale.saturate(sum >> shift);
    }

    /** @return the weights, inputs x neurons; not a copy */
    int[][] weights() {
        return weights;
    }

    /** @return spikes of each input so far */
    int[] heard() {
        return heard;
    }

    /** @return 1/u summed over all steps, units of 2^-12 */
    int[] summed() {
        return summed;
    }

    /** @return the eligibility of a synapse: spikes over potentials, units of 2^-12 */
    int eligibility(final int neuron, final int input) {
        return eligibility[neuron][input];
    }

    /** @return potentials after the last step */
    int[] potentials() {
        return potential;
    }

    /** @return spikes of each neuron so far */
    int[] counts() {
        return counts;
    }

    /** @return who spiked in the last step; the first {@link #firedCount} entries count */
    int[] fired() {
        return fired;
    }

    /** @return how many spiked in the last step */
    int firedCount() {
        return firedCount;
    }
}
