package org.ranvier.testbench.reference.fostdgd;

import java.util.Arrays;

/**
 * FO-STDGD sample by sample in real numbers, eligibilities exact or of rank 1: the same start weights and input spikes as in integers,
 * but no tables, codes and rounding.
 */
public final class FoStdgdFloatReference {
    private final FoStdgdSpec spec;
    private final int last;
    private final InputTrains trains;
    private final double[][][] weights;
    private final double[][][] lastSteps;
    private final double[][] potentials;
    private final int[][] counts;

    /** By layer, step and neuron: 1/u of the interval that holds the step. */
    private final double[][][] reciprocals;

    private final boolean[][][] spikes;
    private final double[][] errors;
    private final double factor;

    /**
     * Builds the network with its start weights.
     *
     * @param spec what to build, other than separable
     */
    public FoStdgdFloatReference(final FoStdgdSpec spec) {
        this.spec = spec;
        last = spec.layers();
        trains = new InputTrains(spec.steps(), spec.size(0));
        weights = new double[last + 1][][];
        lastSteps = new double[last + 1][][];
        potentials = new double[last + 1][];
        counts = new int[last + 1][];
        reciprocals = new double[last + 1][][];
        spikes = new boolean[last + 1][][];
        errors = new double[last + 1][];
        factor = StrictMath.exp(-GainTable.logGamma(2 - spec.order()));
        spikes[0] = new boolean[spec.steps()][spec.size(0)];
        for (int l = 1; l <= last; l++) {
            final int[][] start = new IntegerNeurons(spec, l, FoStdgdSpec.UNIT).weights();
            weights[l] = new double[start.length][spec.size(l)];
            for (int j = 0; j < start.length; j++) {
                for (int i = 0; i < start[j].length; i++) {
                    weights[l][j][i] = (double) start[j][i] / FoStdgdSpec.UNIT;
                }
            }
            lastSteps[l] = new double[start.length][spec.size(l)];
            potentials[l] = new double[spec.size(l)];
            counts[l] = new int[spec.size(l)];
            reciprocals[l] = new double[spec.steps()][spec.size(l)];
            spikes[l] = new boolean[spec.steps()][spec.size(l)];
            errors[l] = new double[spec.size(l)];
        }
    }

    /**
     * Presents one image and learns from it.
     *
     * @param pixels unsigned bytes
     * @param offset where the image starts
     * @param label its class, 0 to outputs-1
     */
    public void learn(final byte[] pixels, final int offset, final int label) {
        present(pixels, offset);
        for (int k = 0; k < errors[last].length; k++) {
            errors[last][k] = (double) counts[last][k] / spec.steps() - (k == label ? FoStdgdSpec.LABEL_RATE : 0);
        }
        final double[][] means = new double[last + 1][];
        for (int l = last; l >= 1; l--) {
            spread(l);
            means[l] = new double[spec.size(l)];
            for (final double[] step : reciprocals[l]) {
                for (int i = 0; i < step.length; i++) {
                    means[l][i] += step[i] / spec.steps();
                }
            }
            if (l > 1) {
                feedBack(l, means[l]);
            }
        }
        for (int l = 1; l <= last; l++) {
            update(l, means[l]);
        }
    }

    /** Gives every step 1/u of the spike that ended its interval, or the trail's. */
    private void spread(final int l) {
        final double reset = (double) FoStdgdSpec.UNIT / spec.threshold();
        for (int i = 0; i < potentials[l].length; i++) {
            double value = potentials[l][i] > 0 ? reset : reset * spec.trail(l);
            for (int t = spec.steps() - 1; t >= 0; t--) {
                value = spikes[l][t][i] ? reciprocals[l][t][i] : value;
                reciprocals[l][t][i] = value;
            }
        }
    }

    private void feedBack(final int l, final double[] means) {
        for (int j = 0; j < errors[l - 1].length; j++) {
            double sum = 0;
            for (int i = 0; i < means.length; i++) {
                sum += weights[l][j][i] * errors[l][i] * means[i];
            }
            errors[l - 1][j] = sum;
        }
    }

    private void update(final int l, final double[] means) {
        final double[] eligibility = new double[means.length];
        for (int j = 0; j < weights[l].length; j++) {
            Arrays.fill(eligibility, 0);
            boolean silent = true;
            for (int t = 0; t < spec.steps(); t++) {
                if (spikes[l - 1][t][j]) {
                    silent = false;
                    final double[] from = spec.form() == FoStdgdSpec.Form.EXACT ? reciprocals[l][t] : means;
                    for (int i = 0; i < eligibility.length; i++) {
                        eligibility[i] += from[i] / spec.steps();
                    }
                }
            }
            if (!silent) {
                row(l, j, eligibility);
            } else if (!spec.hold()) {
                Arrays.fill(lastSteps[l][j], 0);
            }
        }
    }

    private void row(final int l, final int j, final double[] eligibility) {
        for (int i = 0; i < eligibility.length; i++) {
            final double gain =
                    factor * StrictMath.pow(Math.abs(lastSteps[l][j][i]) + spec.epsilon(), 1 - spec.order());
            final double step = spec.mu() * errors[l][i] * eligibility[i] * gain;
            lastSteps[l][j][i] = Math.max(-spec.clip(), Math.min(spec.clip(), step));
            weights[l][j][i] -= lastSteps[l][j][i];
        }
    }

    /**
     * Presents one image; nothing is learnt.
     *
     * @param pixels unsigned bytes
     * @param offset where the image starts
     * @return the class whose output spiked most, the lowest of equals
     */
    public int classify(final byte[] pixels, final int offset) {
        present(pixels, offset);
        int best = 0;
        for (int k = 1; k < counts[last].length; k++) {
            best = counts[last][k] > counts[last][best] ? k : best;
        }
        return best;
    }

    private void present(final byte[] pixels, final int offset) {
        trains.encode(pixels, offset);
        for (int l = 1; l <= last; l++) {
            Arrays.fill(potentials[l], 0);
            Arrays.fill(counts[l], 0);
        }
        for (int t = 0; t < spec.steps(); t++) {
            Arrays.fill(spikes[0][t], false);
            for (int a = 0; a < trains.count(t); a++) {
                spikes[0][t][trains.axons(t)[a]] = true;
            }
            for (int l = 1; l <= last; l++) {
                step(l, t);
            }
        }
    }

    private void step(final int l, final int t) {
        final double threshold = (double) spec.threshold() / FoStdgdSpec.UNIT;
        final double[] input = new double[potentials[l].length];
        for (int j = 0; j < weights[l].length; j++) {
            if (spikes[l - 1][t][j]) {
                for (int i = 0; i < input.length; i++) {
                    input[i] += weights[l][j][i];
                }
            }
        }
        for (int i = 0; i < input.length; i++) {
            potentials[l][i] = Math.max(potentials[l][i] + input[i], -threshold);
            spikes[l][t][i] = potentials[l][i] >= threshold;
            if (spikes[l][t][i]) {
                reciprocals[l][t][i] = 1 / potentials[l][i];
                potentials[l][i] = 0;
                counts[l][i]++;
            }
        }
    }

    /**
     * Reads weights.
     *
     * @param layer 1..L
     * @return inputs x neurons; not a copy
     */
    public double[][] weights(final int layer) {
        return weights[layer];
    }
}
