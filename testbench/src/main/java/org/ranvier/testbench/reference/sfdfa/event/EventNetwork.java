package org.ranvier.testbench.reference.sfdfa.event;

import java.util.List;

/**
 * A feed-forward network that learns by SFDFA sample by sample: errors of spike counts go straight to every hidden layer through feedback
 * weights, which are estimated from the correlation of hidden perturbations and output derivatives.
 */
public final class EventNetwork {
    private final List<EventLayer> layers;
    private final double[][][] feedback;
    private final NeuronRun[][] runs;
    private double[][] perturbations;

    /**
     * A network with feedback weights 0.
     *
     * @param layers from the first hidden layer to the output
     */
    public EventNetwork(final List<EventLayer> layers) {
        this.layers = List.copyOf(layers);
        this.runs = new NeuronRun[layers.size()][];
        this.feedback = new double[layers.size() - 1][][];
        final int outputs = layers.get(layers.size() - 1).weights().length;
        for (int l = 0; l < feedback.length; l++) {
            feedback[l] = new double[layers.get(l).weights().length][outputs];
        }
    }

    /**
     * Runs one sample.
     *
     * @param input spikes
     * @param end of the sample in seconds
     * @param newPerturbations of every hidden layer, one value per neuron
     */
    public void present(final SpikeTrain input, final double end, final double[][] newPerturbations) {
        perturbations = newPerturbations;
        SpikeTrain train = input;
        for (int l = 0; l < runs.length; l++) {
            final EventLayer layer = layers.get(l);
            final double[] perturbation =
                    l < perturbations.length ? perturbations[l] : new double[layer.weights().length];
            runs[l] = layer.run(train, end, perturbation);
            train = EventLayer.train(runs[l]);
        }
    }

    /**
     * @param layer 0 = first hidden layer
     * @return the layer
     */
    public EventLayer layer(final int layer) {
        return layers.get(layer);
    }

    /**
     * @param layer 0 = first hidden layer
     * @return what its neurons did in the last sample; not a copy
     */
    public NeuronRun[] runs(final int layer) {
        return runs[layer];
    }

    /**
     * @param layer 0 = first hidden layer; not the output
     * @return one row per hidden neuron, one value per output; the feedback weights themselves
     */
    public double[][] feedback(final int layer) {
        return feedback[layer];
    }

    /**
     * Moves the feedback weights of neurons that fired towards the products of the last sample.
     *
     * @param rate by which fraction of the difference, 0..1
     */
    public void learnFeedback(final double rate) {
        final NeuronRun[] outputs = runs[runs.length - 1];
        for (int l = 0; l < feedback.length; l++) {
            for (int j = 0; j < feedback[l].length; j++) {
                if (runs[l][j].count() > 0) {
                    for (int o = 0; o < outputs.length; o++) {
                        feedback[l][j][o] += rate * (outputs[o].derivative() * perturbations[l][j] - feedback[l][j][o]);
                    }
                }
            }
        }
    }

    /**
     * Changes all weights by the last sample: every weight by its eligibility times the error of its neuron.
     *
     * @param targets spike counts that the outputs should have had
     * @param rate weight units per second of eligibility and spike of error
     */
    public void learn(final double[] targets, final double rate) {
        final NeuronRun[] outputs = runs[runs.length - 1];
        final double[] errors = new double[outputs.length];
        for (int o = 0; o < errors.length; o++) {
            errors[o] = targets[o] - outputs[o].count();
        }
        for (int l = 0; l < runs.length; l++) {
            for (int i = 0; i < runs[l].length; i++) {
                final double error = l < feedback.length ? product(feedback[l][i], errors) : errors[i];
                final double[] weights = layers.get(l).weights()[i];
                for (int j = 0; j < weights.length; j++) {
                    weights[j] -= rate * error * runs[l][i].eligibility()[j];
                }
            }
        }
    }

    private static double product(final double[] left, final double[] right) {
        double sum = 0;
        for (int o = 0; o < left.length; o++) {
            sum += left[o] * right[o];
        }
        return sum;
    }
}
