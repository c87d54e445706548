package org.ranvier.programs.rules;

import org.ranvier.core.cpu.Core;
import org.ranvier.core.memory.Region;
import org.ranvier.programs.layered.InitialWeights;
import org.ranvier.programs.layered.Placement;

/** What cores find in their memory before the first sample: tables of functions, and random feedback. */
final class OnlineTables {
    private static final double ONE = 1 << 20;
    private static final double STEP = 0x1p-7;
    private static final double SLOPE = 4;

    /** Feedback weights are drawn like those of a crossbar that does not exist, from a stream of their own, twice as large. */
    private static final int FEEDBACK = 101;

    private static final int FEEDBACK_SHIFT = 7;

    private OnlineTables() {}

    static void write(final Core core, final Placement placement, final OnlineNetwork network) {
        if (core.program().region("TAB") >= 0) {
            final int[] table = core.region("TAB").cells()[0];
            for (int i = 0; i < table.length; i++) {
                table[i] =
                        (int) Math.rint(ONE * (placement.layer() == 1 ? slope(i * STEP) : StrictMath.exp(-i * STEP)));
            }
        }
        if (core.program().region("B") >= 0) {
            writeFeedback(core.region("B"), placement, network);
        }
    }

    /** The derivative of the logistic function with slope 4, scaled to 1 in the middle. */
    private static double slope(final double x) {
        final double s = 1 / (1 + StrictMath.exp(-SLOPE * x));
        return SLOPE * s * (1 - s);
    }

    private static void writeFeedback(final Region feedback, final Placement placement, final OnlineNetwork network) {
        final int outputs = network.sizes()[2];
        final InitialWeights random = new InitialWeights(network.seed(), FEEDBACK, network.sizes()[1], outputs);
        for (int k = 0; k < outputs; k++) {
            for (int i = 0; i < placement.neurons(); i++) {
                feedback.set(k, i, random.at(placement.first() + i, k) >> FEEDBACK_SHIFT);
            }
        }
    }
}
