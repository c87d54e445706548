package org.ranvier.testbench.reference.sfdfa;

/**
 * The state of a layer after the last step of a learning sample.
 *
 * @param potential u of every neuron, Q16
 * @param current I of every neuron, Q16
 * @param unreset z of every input, Q16
 * @param alpha of every input, Q16
 * @param eligibility E, a row per neuron, a value per input, Q13
 * @param recent r, a row per neuron, a value per input, Q13
 * @param derivative d of every neuron, Q10
 */
public record SfdfaState(
        int[] potential,
        int[] current,
        int[] unreset,
        int[] alpha,
        int[][] eligibility,
        int[][] recent,
        int[] derivative) {}
