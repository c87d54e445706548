package org.ranvier.programs.layered;

import org.ranvier.core.random.XorShift32;

/** Glorot-uniform start weights in Q20, one random number per synapse; the bias row starts at 0. */
public final class InitialWeights {
    private static final int STREAM = 100;
    private static final double ONE = 1 << 20;

    private final long seed;
    private final int stream;
    private final int outputs;
    private final long bound;

    /**
     * Describes the start weights of one crossbar.
     *
     * @param seed the run's seed
     * @param crossbar the crossbar, from 1
     * @param inputs rows without the bias row
     * @param outputs columns of the whole layer
     */
    public InitialWeights(final long seed, final int crossbar, final int inputs, final int outputs) {
        this.seed = seed;
        this.stream = STREAM + crossbar - 1;
        this.outputs = outputs;
        this.bound = Math.round(StrictMath.sqrt(6.0 / (inputs + outputs)) * ONE);
    }

    /** @return the Q20 start weight at a row (not the bias row) and a column of the layer */
    public int at(final int row, final int column) {
        final int random = XorShift32.next(XorShift32.next(XorShift32.seed(seed, stream, row * outputs + column)));
        return (int) ((random >>> 12) * 2L * bound >> 20) - (int) bound;
    }
}
