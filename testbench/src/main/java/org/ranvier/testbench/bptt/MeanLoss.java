package org.ranvier.testbench.bptt;

/** Cross entropy of the logits' mean over the ticks. */
final class MeanLoss implements Loss {
    @Override
    public double add(final LifTrace[] batch, final int count, final double weight) {
        double loss = 0;
        for (int n = 0; n < count; n++) {
            loss += add(batch[n], weight / count);
        }
        return weight * loss / count;
    }

    private static double add(final LifTrace trace, final double weight) {
        final int ticks = trace.ticks();
        final double[] mean = new double[trace.logits[0].length];
        for (final double[] logits : trace.logits) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += logits[k] / ticks;
            }
        }
        final double[] gradient = new double[mean.length];
        final double loss = CrossEntropy.add(mean, trace.label(), weight / ticks, gradient);
        for (final double[] byLogit : trace.logitGradient) {
            for (int k = 0; k < mean.length; k++) {
                byLogit[k] += gradient[k];
            }
        }
        return loss;
    }
}
