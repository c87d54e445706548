package org.ranvier.testbench.reference.sfdfa.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A layer of current-based leaky integrate-and-fire neurons, from one event to the next in closed form.
 *
 * <p>A neuron has a fast exponential a (its synaptic current) and a slow one b; its potential is b - a. An input of weight w adds w to both; a
 * spike takes the threshold off b. Between events the potential meets the threshold where theta y^2 - b y + a = 0, y = exp(t / tau).
 */
public final class EventLayer {
    private final LayerConstants constants;
    private final double[][] weights;

    /**
     * @param constants of the neurons
     * @param weights one row per neuron, one value per input; kept, not copied
     */
    public EventLayer(final LayerConstants constants, final double[][] weights) {
        this.constants = constants;
        this.weights = weights;
    }

    /** @return one row per neuron, one value per input; the weights themselves, which a learning rule may change */
    public double[][] weights() {
        return weights;
    }

    /** @return what its neurons have in common */
    public LayerConstants constants() {
        return constants;
    }

    /**
     * Runs one sample with the gradients of form A, later spikes depending on earlier ones.
     *
     * @param input what arrives
     * @param end of the sample in seconds; spikes at that time count
     * @param perturbation that the first spike of each neuron carries, one value per neuron
     * @return what each neuron did
     */
    public NeuronRun[] run(final SpikeTrain input, final double end, final double[] perturbation) {
        return run(input, end, perturbation, () -> new FormA(constants, weights[0].length, true));
    }

    /**
     * Runs one sample.
     *
     * @param input what arrives
     * @param end of the sample in seconds; spikes at that time count
     * @param perturbation that the first spike of each neuron carries, one value per neuron
     * @param form makes the gradient system of a neuron
     * @return what each neuron did
     */
    public NeuronRun[] run(
            final SpikeTrain input, final double end, final double[] perturbation, final Supplier<Eligibility> form) {
        final NeuronRun[] runs = new NeuronRun[weights.length];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = new EventNeuron(constants, weights[i], perturbation[i], form.get()).run(input, end);
        }
        return runs;
    }

    /**
     * @param runs of all neurons of a layer
     * @return their spikes, for the next layer
     */
    public static SpikeTrain train(final NeuronRun[] runs) {
        final List<SpikeTrain.Spike> spikes = new ArrayList<>();
        for (int i = 0; i < runs.length; i++) {
            for (int k = 0; k < runs[i].count(); k++) {
                spikes.add(new SpikeTrain.Spike(runs[i].time(k), i, runs[i].value(k)));
            }
        }
        return SpikeTrain.of(spikes);
    }
}
