package org.ranvier.testbench.scoreboard;

import org.ranvier.programs.sfdfa.SfdfaChip;
import org.ranvier.programs.sfdfa.SfdfaNetwork;
import org.ranvier.programs.sfdfa.SfdfaRates;
import org.ranvier.testbench.reference.sfdfa.SfdfaReference;
import org.ranvier.testbench.reference.sfdfa.SfdfaState;

/**
 * Presents every image to a chip and to the reference model of SFDFA and compares all that either of them can tell: spikes, neurons, traces,
 * eligibilities, feedback and each weight, bit for bit.
 */
public final class SfdfaScoreboard {
    private final SfdfaChip chip;
    private final SfdfaReference reference;
    private final int last;
    private int samples;

    /**
     * @param chip a chip before its first image
     * @param reference a reference model of the same network, before its first image
     */
    public SfdfaScoreboard(final SfdfaChip chip, final SfdfaReference reference) {
        this.chip = chip;
        this.reference = reference;
        this.last = chip.mapping().network().layers();
    }

    /**
     * Presents one image for learning to both, at the rates of the reference.
     *
     * @param pixels pixel bytes
     * @param offset index of the first pixel
     * @param label the label
     * @return the first difference, or null
     */
    public Divergence learn(final byte[] pixels, final int offset, final int label) {
        chip.learn(pixels, offset, label, rates());
        reference.learn(pixels, offset, label);
        return compare(true);
    }

    /**
     * Presents one sample of spikes for learning to both, at the rates of the reference.
     *
     * @param axons the axons that spike, by step
     * @param label the label
     * @return the first difference, or null
     */
    public Divergence learn(final int[][] axons, final int label) {
        chip.learnSpikes(axons, label, rates());
        reference.learn(axons, label);
        return compare(true);
    }

    private SfdfaRates rates() {
        return new SfdfaRates(reference.rateShift(1), reference.rateShift(last), reference.feedbackShift());
    }

    /**
     * Presents one image for classification to both.
     *
     * @param pixels pixel bytes
     * @param offset index of the first pixel
     * @return the first difference, or null
     */
    public Divergence classify(final byte[] pixels, final int offset) {
        return compare(chip.classify(pixels, offset), reference.classify(pixels, offset));
    }

    /**
     * Presents one sample of spikes for classification to both.
     *
     * @param axons the axons that spike, by step
     * @return the first difference, or null
     */
    public Divergence classify(final int[][] axons) {
        return compare(chip.classifySpikes(axons), reference.classify(axons));
    }

    private Divergence compare(final int found, final int expected) {
        return expected == found ? compare(false) : new Divergence(samples++, "answer", expected, found);
    }

    private Divergence compare(final boolean learnt) {
        final Difference first = new Difference(samples++);
        for (int layer = 0; layer <= last; layer++) {
            first.compare("spikes of layer " + layer, reference.spikes()[layer], chip.spikes(layer));
        }
        for (int layer = 1; layer <= last; layer++) {
            compareNeurons(first, layer);
            if (learnt) {
                compareTraces(first, layer);
                first.compare("writes of layer " + layer, reference.changed(layer), chip.updates(layer));
            }
            first.compare("weight of layer " + layer, reference.weights(layer), byNeuron(layer));
        }
        for (int layer = 1; layer < last; layer++) {
            first.compare(
                    "feedback of layer " + layer,
                    reference.feedback(layer),
                    chip.state().feedback(layer));
            first.compare(
                    "mean rate of layer " + layer,
                    reference.rates(layer),
                    chip.state().neurons(layer, "fbar"));
        }
        return first.found();
    }

    private void compareNeurons(final Difference first, final int layer) {
        final SfdfaState state = reference.state(layer);
        first.compare(
                "count of layer " + layer, reference.counts(layer), chip.state().neurons(layer, "cnt"));
        first.compare(
                "potential of layer " + layer, state.potential(), chip.state().neurons(layer, "u"));
        first.compare("current of layer " + layer, state.current(), chip.state().neurons(layer, "I"));
    }

    private void compareTraces(final Difference first, final int layer) {
        final SfdfaState state = reference.state(layer);
        first.compare("alpha of layer " + layer, state.alpha(), chip.state().axons(layer, "al"));
        first.compare("z of layer " + layer, state.unreset(), chip.state().axons(layer, "z"));
        first.compare(
                "eligibility of layer " + layer,
                state.eligibility(),
                chip.state().synapses(layer, "E"));
        final SfdfaNetwork network = chip.mapping().network();
        if (network.rule().intraNeuron()) {
            first.compare("r of layer " + layer, state.recent(), chip.state().synapses(layer, "R"));
        }
        if (layer == last) {
            first.compare("derivative", state.derivative(), chip.state().neurons(layer, "ds"));
        }
    }

    private int[][] byNeuron(final int layer) {
        final int[][] byInput = chip.arrays().weights(layer);
        final int[][] byNeuron = new int[byInput[0].length][byInput.length];
        for (int i = 0; i < byNeuron.length; i++) {
            for (int j = 0; j < byInput.length; j++) {
                byNeuron[i][j] = byInput[j][i];
            }
        }
        return byNeuron;
    }
}
