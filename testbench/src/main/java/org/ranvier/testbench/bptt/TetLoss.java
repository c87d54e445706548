package org.ranvier.testbench.bptt;

/**
 * Temporal efficient training (Deng et al., ICLR 2022): cross entropy of every tick's own logits, averaged, with a little weight
 * on their squared distance from a constant. {@code (1 - lambda) mean_t CE(y_t) + lambda MSE(y, 1)}, lambda = 1e-3.
 */
final class TetLoss implements Loss {
    private static final double LAMBDA = 1e-3;
    private static final double MEAN = 1;

    @Override
    public double add(final LifTrace[] batch, final int count, final double weight) {
        double loss = 0;
        for (int n = 0; n < count; n++) {
            for (int tick = 0; tick < batch[n].ticks(); tick++) {
                loss += add(batch[n], tick, weight / count / batch[n].ticks()) / batch[n].ticks();
            }
        }
        return weight * loss / count;
    }

    private static double add(final LifTrace trace, final int tick, final double weight) {
        final double[] logits = trace.logits[tick];
        final double[] gradient = trace.logitGradient[tick];
        double squares = 0;
        for (int k = 0; k < logits.length; k++) {
            final double distance = logits[k] - MEAN;
            squares += distance * distance / logits.length;
            gradient[k] += weight * LAMBDA * 2 * distance / logits.length;
        }
        return (1 - LAMBDA) * CrossEntropy.add(logits, trace.label(), (1 - LAMBDA) * weight, gradient)
                + LAMBDA * squares;
    }
}
