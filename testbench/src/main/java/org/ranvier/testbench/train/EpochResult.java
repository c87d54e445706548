package org.ranvier.testbench.train;

/**
 * The result of one epoch.
 *
 * @param epoch from 1
 * @param accuracy share of the test images classified right after it; null when it was not tested
 * @param learnEnable probability that a tick could update weights
 * @param training what its training took, the test left out
 * @param wallSeconds wall-clock time of its training
 */
public record EpochResult(int epoch, Double accuracy, double learnEnable, Figures training, double wallSeconds) {}
