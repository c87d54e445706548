package org.ranvier.testbench.reference.sfdfa;

import org.ranvier.testbench.reference.Xorshift32;

/**
 * Draws from xorshift32 lanes: one per hidden neuron for its perturbation, and 64 per neuron for rounding. The weights of a neuron are rounded in
 * blocks of 64, and every block steps all lanes of the neuron.
 */
final class LaneDraws implements SfdfaDraws {
    private static final int PERTURBATION_STREAM = 200;
    private static final int ROUNDING_STREAM = 300;
    private static final int BLOCK = 64;

    /** Entry l belongs to layer l; what a layer does not have is null. */
    private final int[][] perturbation;

    private final int[][] rounding;

    LaneDraws(final SfdfaSpec spec) {
        final int last = spec.outputLayer();
        perturbation = new int[last][];
        rounding = new int[last + 1][];
        for (int l = 1; l <= last; l++) {
            rounding[l] = Xorshift32.lanes(spec.seed(), ROUNDING_STREAM + l, spec.size(l) * BLOCK);
            if (l < last) {
                perturbation[l] = Xorshift32.lanes(spec.seed(), PERTURBATION_STREAM + l, spec.size(l));
            }
        }
    }

    @Override
    public void perturb(final int layer, final int[] signs) {
        Xorshift32.advance(perturbation[layer]);
        for (int j = 0; j < signs.length; j++) {
            signs[j] = perturbation[layer][j] < 0 ? -1 : 1;
        }
    }

    @Override
    public void round(final int layer, final int neuron, final int count, final int[] draws) {
        final int[] lanes = rounding[layer];
        for (int block = 0; block < count; block += BLOCK) {
            for (int c = 0; c < BLOCK; c++) {
                final int lane = neuron * BLOCK + c;
                lanes[lane] = Xorshift32.next(lanes[lane]);
                if (block + c < count) {
                    draws[block + c] = lanes[lane] >>> 16;
                }
            }
        }
    }
}
