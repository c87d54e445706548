package org.ranvier.testbench.reference.fostdgd;

import java.util.Arrays;
import org.ranvier.testbench.reference.Xorshift32;

/** The fractional update of a layer whose weights are words: each synapse's gain comes from the code of its last step. */
final class SynapseSteps {
    private static final int FIRST_ROUNDING_STREAM = 300;
    private static final int LOWEST = -32_768;
    private static final int HIGHEST = 32_767;
    private static final int ELIGIBILITY_BITS = 12;
    private static final int TO_FRACTION = 10;
    private static final int FRACTION = 16;

    private final FoStdgdSpec spec;
    private final IntegerNeurons neurons;
    private final int[] gains;
    private final int most;
    private final int[] codeOf;
    private final int[][] codes;
    private final int[] lanes;
    private long updates;

    /**
     * Starts with no last step anywhere.
     *
     * @param spec the run
     * @param layer 1..L
     * @param neurons the layer
     */
    SynapseSteps(final FoStdgdSpec spec, final int layer, final IntegerNeurons neurons) {
        this.spec = spec;
        this.neurons = neurons;
        gains = GainTable.gains(spec.order(), spec.epsilon());
        most = (int) Math.rint(spec.clip() * FoStdgdSpec.UNIT);
        codeOf = new int[most + 1];
        Arrays.setAll(codeOf, GainTable::code);
        codes = new int[spec.size(layer - 1)][spec.size(layer)];
        lanes = Xorshift32.lanes(spec.seed(), FIRST_ROUNDING_STREAM + layer, spec.size(layer));
    }

    /**
     * Changes the weights.
     *
     * @param signals the learning signal of every neuron
     */
    void apply(final int[] signals) {
        for (int j = 0; j < codes.length; j++) {
            if (neurons.heard()[j] > 0) {
                row(j, signals);
            } else if (!spec.hold()) {
                Arrays.fill(codes[j], 0);
            }
        }
    }

    private void row(final int j, final int[] signals) {
        final int[] weights = neurons.weights()[j];
        for (int i = 0; i < weights.length; i++) {
            final int gradient = spec.form() == FoStdgdSpec.Form.EXACT
                    ? IntegerScale.saturate((long) neurons.eligibility(i, j) * signals[i] >> ELIGIBILITY_BITS)
                    : IntegerScale.saturate((long) signals[i] * neurons.heard()[j]);
            final long scaled = (long) gradient * gains[codes[j][i]];
            final int rounded = spec.stochastic()
                    ? IntegerScale.saturate((long) IntegerScale.saturate(scaled >> TO_FRACTION) + draw(i)) >> FRACTION
                    : IntegerScale.nearest(scaled, TO_FRACTION + FRACTION);
            final int step = Math.max(-most, Math.min(most, rounded));
            weights[i] = Math.max(LOWEST, Math.min(HIGHEST, weights[i] - step));
            codes[j][i] = codeOf[Math.abs(step)];
            updates += step != 0 ? 1 : 0;
        }
    }

    private int draw(final int lane) {
        lanes[lane] = Xorshift32.next(lanes[lane]);
        return lanes[lane] >>> Integer.SIZE - FRACTION;
    }

    /** @return the code of each last step, inputs x neurons; not a copy */
    int[][] codes() {
        return codes;
    }

    /** @return steps other than 0 so far */
    long updates() {
        return updates;
    }
}
