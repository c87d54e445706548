package org.ranvier.testbench.reference.sfdfa;

import java.util.Arrays;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;

/**
 * What defines a run of SFDFA in integers. Layers are numbered 1..L from the first hidden layer to the output; layer 0 is the input.
 *
 * @param sizes neurons per layer, input first; 2 or more entries, each 1 or more
 * @param timing the clock of the neurons
 * @param layers entry l-1 describes layer l
 * @param labelTarget spike count wanted of the label's output
 * @param otherTarget spike count wanted of every other output
 * @param regulariser strength of the pull of hidden rates to their target, Q12
 * @param rateTarget mean spike count wanted of a hidden neuron, Q16
 * @param rule which variant
 * @param schedule of the rates
 * @param seed of start weights, perturbations and rounding
 */
public record SfdfaSpec(
        int[] sizes,
        SfdfaTiming timing,
        List<SfdfaLayerSpec> layers,
        int labelTarget,
        int otherTarget,
        int regulariser,
        int rateTarget,
        SfdfaRule rule,
        SfdfaSchedule schedule,
        long seed) {

    /**
     * Checks and copies.
     *
     * @throws ConfigurationException naming the option, its value and what is allowed
     */
    public SfdfaSpec {
        sizes = sizes.clone();
        layers = List.copyOf(layers);
        if (sizes.length < 2) {
            throw ConfigurationException.of("sizes", Arrays.toString(sizes), "two or more layers");
        }
        for (int l = 0; l < sizes.length; l++) {
            ConfigurationException.checkRange("sizes[" + l + "]", sizes[l], 1, 1 << 16);
        }
        if (layers.size() != sizes.length - 1) {
            throw ConfigurationException.of("layers", layers.size() + " entries", (sizes.length - 1) + " entries");
        }
        ConfigurationException.checkRange("labelTarget", labelTarget, 0, timing.steps());
        ConfigurationException.checkRange("otherTarget", otherTarget, 0, timing.steps());
    }

    @Override
    public int[] sizes() {
        return sizes.clone();
    }

    /**
     * @param layer 0 = input .. L = output
     * @return its neurons
     */
    public int size(final int layer) {
        return sizes[layer];
    }

    /** @return L */
    public int outputLayer() {
        return layers.size();
    }

    /**
     * @param layer 1..L
     * @return what is particular to it
     */
    public SfdfaLayerSpec layer(final int layer) {
        return layers.get(layer - 1);
    }

    /**
     * @param newRule rule of the copy
     * @return a copy that differs in it
     */
    public SfdfaSpec withRule(final SfdfaRule newRule) {
        return new SfdfaSpec(
                sizes, timing, layers, labelTarget, otherTarget, regulariser, rateTarget, newRule, schedule, seed);
    }

    /**
     * @param newSchedule schedule of the copy
     * @return a copy that differs in it
     */
    public SfdfaSpec withSchedule(final SfdfaSchedule newSchedule) {
        return new SfdfaSpec(
                sizes, timing, layers, labelTarget, otherTarget, regulariser, rateTarget, rule, newSchedule, seed);
    }

    /**
     * @param newLayers layers of the copy
     * @return a copy that differs in them
     */
    public SfdfaSpec withLayers(final List<SfdfaLayerSpec> newLayers) {
        return new SfdfaSpec(
                sizes, timing, newLayers, labelTarget, otherTarget, regulariser, rateTarget, rule, schedule, seed);
    }

    /**
     * @param newLabelTarget spike count wanted of the label
     * @param newOtherTarget spike count wanted of the others
     * @return a copy that differs in them
     */
    public SfdfaSpec withTargets(final int newLabelTarget, final int newOtherTarget) {
        return new SfdfaSpec(
                sizes, timing, layers, newLabelTarget, newOtherTarget, regulariser, rateTarget, rule, schedule, seed);
    }
}
