package org.ranvier.testbench.bptt;

import java.util.Arrays;

/**
 * One sample's way through a network: its input spikes, what every neuron did, and the gradient of the loss by it.
 *
 * <p>Arrays are indexed [hidden layer][tick][neuron] or [tick][output]; hidden layer 0 is the first. Used again from sample to
 * sample.
 */
public final class LifTrace {
    final int[][] active;
    final int[] activeCount;
    final double[][][] potential;
    final double[][][] spikes;
    final double[][] logits;
    final double[][][] potentialGradient;
    final double[][][] spikeGradient;
    final double[][] logitGradient;
    int label;

    /**
     * Makes room for a sample.
     *
     * @param spec the network
     */
    public LifTrace(final LifSpec spec) {
        final int hidden = spec.hidden();
        final int ticks = spec.ticks();
        active = new int[ticks][spec.sizes()[0]];
        activeCount = new int[ticks];
        potential = new double[hidden][ticks][];
        spikes = new double[hidden][ticks][];
        potentialGradient = new double[hidden][ticks][];
        spikeGradient = new double[hidden][ticks][];
        for (int layer = 0; layer < hidden; layer++) {
            for (int tick = 0; tick < ticks; tick++) {
                final int neurons = spec.sizes()[layer + 1];
                potential[layer][tick] = new double[neurons];
                spikes[layer][tick] = new double[neurons];
                potentialGradient[layer][tick] = new double[neurons];
                spikeGradient[layer][tick] = new double[neurons];
            }
        }
        logits = new double[ticks][spec.classes()];
        logitGradient = new double[ticks][spec.classes()];
    }

    /** Forgets the input spikes and sets the class. */
    void begin(final int sampleLabel) {
        Arrays.fill(activeCount, 0);
        label = sampleLabel;
    }

    /** Adds an input spike; of a tick ascending. */
    void spike(final int tick, final int input) {
        active[tick][activeCount[tick]++] = input;
    }

    /** Forgets the gradient of the sample before. */
    void clearGradients() {
        for (int layer = 0; layer < potential.length; layer++) {
            for (int tick = 0; tick < ticks(); tick++) {
                Arrays.fill(potentialGradient[layer][tick], 0);
                Arrays.fill(spikeGradient[layer][tick], 0);
            }
        }
        for (final double[] byLogit : logitGradient) {
            Arrays.fill(byLogit, 0);
        }
    }

    /** @return ticks of the sample */
    int ticks() {
        return logits.length;
    }

    /** @return the class */
    int label() {
        return label;
    }

    /**
     * Answers from the logits accumulated up to and including each tick.
     *
     * @return the class with the largest sum by tick, the lowest on a tie
     */
    public int[] answers() {
        final int[] answers = new int[logits.length];
        final double[] sums = new double[logits[0].length];
        for (int tick = 0; tick < answers.length; tick++) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += logits[tick][k];
            }
            answers[tick] = largest(sums);
        }
        return answers;
    }

    private static int largest(final double[] sums) {
        int best = 0;
        for (int k = 1; k < sums.length; k++) {
            best = sums[k] > sums[best] ? k : best;
        }
        return best;
    }
}
