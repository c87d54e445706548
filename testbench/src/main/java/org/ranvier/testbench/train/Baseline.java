package org.ranvier.testbench.train;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ranvier.testbench.baseline.Activation;
import org.ranvier.testbench.baseline.BackPropagation;
import org.ranvier.testbench.baseline.BackPropagationSpec;

/** Plain back-propagation on the images, network and epochs of a run, to put beside its result. */
public final class Baseline {
    /** Of .01, .02 and .03, the learning rate at which both activations do best on digits; garments have twice the ink. */
    private static final double USUAL_ETA = 0.02;

    private static final double FASHION_ETA = 0.01;

    private Baseline() {}

    /**
     * Trains the network in real numbers, one image at a time.
     *
     * @param run whose images, layer sizes, epochs, decay and seed are taken
     * @param dataset the name of its data set
     * @return accuracy on the run's test images by activation: {@code clipped_relu}, which is the spiking neuron's, and {@code relu}
     */
    public static Map<String, Double> of(final Training run, final String dataset) {
        final double eta = dataset.equals("fashion-mnist") ? FASHION_ETA : USUAL_ETA;
        final Map<String, Double> accuracies = new LinkedHashMap<>();
        for (final Activation activation : new Activation[] {Activation.CLIPPED_RELU, Activation.RELU}) {
            final BackPropagation network = new BackPropagation(new BackPropagationSpec(
                    run.sizes(), activation, eta, run.decay(), run.runOptions().seed()));
            for (int epoch = 0; epoch < run.runOptions().epochs(); epoch++) {
                network.trainEpoch(run.trainImages(), epoch);
            }
            accuracies.put(activation.name().toLowerCase(Locale.ROOT), network.accuracy(run.testImages()));
        }
        return accuracies;
    }
}
