package org.ranvier.testbench.train;

import java.util.List;

/**
 * The result of a training run.
 *
 * @param epochs epoch by epoch
 * @param training what all training took, tests left out
 * @param testing what all tests took
 * @param wallSeconds wall-clock time of training, set-up and tests left out
 */
public record TrainResult(List<EpochResult> epochs, Figures training, Figures testing, double wallSeconds) {

    /** @return the share of test images classified right after the last epoch */
    public double accuracy() {
        return epochs.get(epochs.size() - 1).accuracy();
    }

    /** @return training images a wall-clock second */
    public double imagesPerSecond() {
        return training.samples() / wallSeconds;
    }
}
