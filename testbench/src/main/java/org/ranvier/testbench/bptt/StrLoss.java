package org.ranvier.testbench.bptt;

/**
 * The spatial-temporal regulariser of Wu et al. (arXiv 2405.00699): relates the potential p = V s that leaves a layer as spikes in
 * a tick to m = V (1 - s), which stays behind; mean over hidden layers, ticks and batch.
 *
 * <p>The paper's expression could not be read. {@link Form#RATIO} is |m| / sqrt(|p|^2 + 0.01), the mean of the inverse ratio. It
 * is smallest for a silent network, which sparse input drives it to; {@link Form#BOUNDED}, 1 - |p|^2 / (|p|^2 + |m|^2 + 1), is 1
 * there.
 */
final class StrLoss implements Loss {
    private static final double FLOOR = 1e-2;

    /** The two forms. */
    enum Form {
        RATIO,
        BOUNDED
    }

    private final Form form;

    StrLoss(final Form form) {
        this.form = form;
    }

    @Override
    public double add(final LifTrace[] batch, final int count, final double weight) {
        final int layers = batch[0].potential.length;
        final double factor = weight / ((double) layers * batch[0].ticks() * count);
        double loss = 0;
        for (int n = 0; n < count; n++) {
            for (int layer = 0; layer < layers; layer++) {
                for (int tick = 0; tick < batch[n].ticks(); tick++) {
                    loss += add(batch[n], layer, tick, factor);
                }
            }
        }
        return factor * loss;
    }

    private double add(final LifTrace trace, final int layer, final int tick, final double weight) {
        final double[] potential = trace.potential[layer][tick];
        final double[] spikes = trace.spikes[layer][tick];
        double leaving = 0;
        double staying = 0;
        for (int i = 0; i < potential.length; i++) {
            final double p = potential[i] * spikes[i];
            final double m = potential[i] * (1 - spikes[i]);
            leaving += p * p;
            staying += m * m;
        }
        final double loss;
        final double byLeaving;
        final double byStaying;
        if (form == Form.RATIO) {
            final double squared = leaving + FLOOR;
            loss = Math.sqrt(staying / squared);
            byLeaving = -loss / (2 * squared);
            byStaying = staying == 0 ? 0 : loss / (2 * staying);
        } else {
            final double all = leaving + staying + 1;
            loss = 1 - leaving / all;
            byLeaving = -(staying + 1) / (all * all);
            byStaying = leaving / (all * all);
        }
        for (int i = 0; i < potential.length; i++) {
            final double byP = weight * byLeaving * 2 * potential[i] * spikes[i];
            final double byM = weight * byStaying * 2 * potential[i] * (1 - spikes[i]);
            trace.potentialGradient[layer][tick][i] += byP * spikes[i] + byM * (1 - spikes[i]);
            trace.spikeGradient[layer][tick][i] += (byP - byM) * potential[i];
        }
        return loss;
    }
}
