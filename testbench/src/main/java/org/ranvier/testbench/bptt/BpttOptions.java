package org.ranvier.testbench.bptt;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.anytime.Coding;

/**
 * What a training does; ranges are checked.
 *
 * @param spec the network
 * @param coding how pixels become spikes
 * @param loss of the answer, {@link LossName#MEAN} or {@link LossName#TET}
 * @param regularizer added to it, or null
 * @param lambda weight of the regulariser
 * @param epochs passes over the images
 * @param batch samples of a step
 * @param eta learning rate of Adam at the start; it falls to 0 along half a cosine
 * @param seed of start weights, draws and order of images
 */
public record BpttOptions(
        LifSpec spec,
        Coding coding,
        LossName loss,
        LossName regularizer,
        double lambda,
        int epochs,
        int batch,
        double eta,
        long seed) {
    /** Checks the ranges. */
    public BpttOptions {
        if (loss.isRegularizer()) {
            throw ConfigurationException.of("--base", loss.label(), "mean or tet");
        }
        checkRange("--lambda", lambda, 0, 1e6);
        checkRange("--epochs", epochs, 1, 10_000);
        checkRange("--batch", batch, 1, 65_536);
        checkRange("--eta", eta, Double.MIN_VALUE, 1e3);
    }
}
