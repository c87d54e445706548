package org.ranvier.testbench.bptt;

/**
 * The regulariser of Wu et al. 2023 (arXiv 2301.09522) by cosine similarity: a layer's features r_t = s_t + max(0, V_t (1 - s_t))
 * should point early where they point at the end.
 *
 * <p>R = 1 / (mean_t cos(r_t, r_d) + 1e-5), r_d the mean of the last 0.3 T ticks, a constant of the gradient. Of the samples that
 * the accumulated logits classify right in all of these ticks the one with the largest R counts, per layer; mean over layers.
 */
final class RcsLoss implements Loss {
    private static final double SHARE = 0.3;
    private static final double FLOOR = 1e-5;

    @Override
    public double add(final LifTrace[] batch, final int count, final double weight) {
        return add(batch, count, weight, directions(batch, count));
    }

    /** Evaluates it for given directions, [sample][layer][neuron]. */
    double add(final LifTrace[] batch, final int count, final double weight, final double[][][] directions) {
        final int layers = batch[0].potential.length;
        double loss = 0;
        for (int layer = 0; layer < layers; layer++) {
            int worst = -1;
            double lowest = Double.MAX_VALUE;
            for (int n = 0; n < count; n++) {
                if (isRightAtTheEnd(batch[n])) {
                    final double similarity = similarity(batch[n], layer, directions[n][layer]);
                    worst = similarity < lowest ? n : worst;
                    lowest = Math.min(lowest, similarity);
                }
            }
            if (worst >= 0) {
                final double penalty = 1 / (lowest + FLOOR);
                addGradient(batch[worst], layer, directions[worst][layer], -weight / layers * penalty * penalty);
                loss += penalty / layers;
            }
        }
        return weight * loss;
    }

    /** @return the mean features of the last ticks, [sample][layer][neuron] */
    static double[][][] directions(final LifTrace[] batch, final int count) {
        final double[][][] directions = new double[count][batch[0].potential.length][];
        for (int n = 0; n < count; n++) {
            for (int layer = 0; layer < directions[n].length; layer++) {
                final double[] mean = new double[batch[n].potential[layer][0].length];
                for (int tick = firstOfTheEnd(batch[n].ticks()); tick < batch[n].ticks(); tick++) {
                    for (int i = 0; i < mean.length; i++) {
                        mean[i] += feature(batch[n], layer, tick, i);
                    }
                }
                directions[n][layer] = mean;
            }
        }
        return directions;
    }

    private static int firstOfTheEnd(final int ticks) {
        return ticks - (int) Math.ceil(SHARE * ticks);
    }

    private static boolean isRightAtTheEnd(final LifTrace trace) {
        final int[] answers = trace.answers();
        for (int tick = firstOfTheEnd(trace.ticks()); tick < trace.ticks(); tick++) {
            if (answers[tick] != trace.label()) {
                return false;
            }
        }
        return true;
    }

    private static double feature(final LifTrace trace, final int layer, final int tick, final int i) {
        final double spike = trace.spikes[layer][tick][i];
        return spike + Math.max(0, trace.potential[layer][tick][i] * (1 - spike));
    }

    private static double similarity(final LifTrace trace, final int layer, final double[] direction) {
        double sum = 0;
        for (int tick = 0; tick < trace.ticks(); tick++) {
            final double size = Math.sqrt(square(trace, layer, tick) * square(direction));
            sum += size == 0 ? 0 : product(trace, layer, tick, direction) / size;
        }
        return sum / trace.ticks();
    }

    private static void addGradient(
            final LifTrace trace, final int layer, final double[] direction, final double weight) {
        for (int tick = 0; tick < trace.ticks(); tick++) {
            final double square = square(trace, layer, tick);
            final double size = Math.sqrt(square * square(direction));
            if (size == 0) {
                continue;
            }
            final double cosine = product(trace, layer, tick, direction) / size;
            for (int i = 0; i < direction.length; i++) {
                final double potential = trace.potential[layer][tick][i];
                final double spike = trace.spikes[layer][tick][i];
                final double byFeature = weight
                        / trace.ticks()
                        * (direction[i] / size - cosine * feature(trace, layer, tick, i) / square);
                final boolean stays = potential * (1 - spike) > 0;
                trace.potentialGradient[layer][tick][i] += stays ? byFeature * (1 - spike) : 0;
                trace.spikeGradient[layer][tick][i] += stays ? byFeature * (1 - potential) : byFeature;
            }
        }
    }

    private static double square(final LifTrace trace, final int layer, final int tick) {
        double sum = 0;
        for (int i = 0; i < trace.potential[layer][tick].length; i++) {
            final double feature = feature(trace, layer, tick, i);
            sum += feature * feature;
        }
        return sum;
    }

    private static double square(final double[] direction) {
        double sum = 0;
        for (final double value : direction) {
            sum += value * value;
        }
        return sum;
    }

    private static double product(final LifTrace trace, final int layer, final int tick, final double[] direction) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += direction[i] * feature(trace, layer, tick, i);
        }
        return sum;
    }
}
