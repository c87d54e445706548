package org.ranvier.programs.sfdfa;

import java.util.List;
import org.ranvier.core.chip.HostPort;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.packet.Packet;
import org.ranvier.programs.layered.Answers;
import org.ranvier.programs.layered.ImageHost;
import org.ranvier.programs.layered.InputForm;
import org.ranvier.programs.layered.LabelHost;
import org.ranvier.programs.layered.LayerArrays;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.programs.layered.Placement;
import org.ranvier.programs.layered.SpikeHost;

/**
 * A chip that runs SFDFA: presents images or spikes, and reads state, weights and counters between them.
 *
 * <p>An image reaches the chip as one packet per non-zero pixel, a sample of spikes as one packet per spike, its label as one packet to every layer whose payload is
 * {@link SfdfaRates#payload}, or -1 for a test image. The answer is one packet per output neuron that spiked: its count.
 */
public final class SfdfaChip extends LayeredChip {
    private static final int NO_LABEL = Packet.MAX_KEY;
    private static final int TEST = -1;

    private final SfdfaMapping mapping;
    private final SfdfaNetwork network;
    private final SfdfaState state;
    private final ImageHost images;
    private final LabelHost label;
    private final SpikeHost spikes;
    private final int[] counts;

    /**
     * Builds the chip, loads programs, tables and start weights.
     *
     * @param mapping the mapped network
     */
    public SfdfaChip(final SfdfaMapping mapping) {
        super(mapping.layers(), mapping.kinds(), mapping.network().seed());
        this.mapping = mapping;
        this.network = mapping.network();
        final List<Placement> placements = mapping.placements();
        final SfdfaRoutes routes =
                new SfdfaRoutes(mapping, chip().fabric(), chip().host().node());
        for (final Placement placement : placements) {
            addCore(placement, LayerArrays.sram(mapping.chip(), placement.program()), routes.of(placement));
        }
        images = mapping.input() == InputForm.SPIKES
                ? null
                : new ImageHost(mapping.kinds(), routes.pixels(), routes.label(), network.sizes()[0]);
        label = new LabelHost(mapping.kinds(), routes.label());
        spikes = new SpikeHost(mapping.kinds(), routes.spikes(), network.sizes()[0]);
        counts = new int[network.sizes()[network.layers()]];
        state = new SfdfaState(mapping, chip());
        state.load();
        initialize();
    }

    private void initialize() {
        for (int layer = 1; layer <= network.layers(); layer++) {
            final int outputs = network.sizes()[layer];
            final int unused = SfdfaRule.WIDE_FRACTION - network.fraction(layer);
            final int[][] weights = new int[network.sizes()[layer - 1]][outputs];
            for (int pre = 0; pre < weights.length; pre++) {
                for (int post = 0; post < outputs; post++) {
                    weights[pre][post] =
                            network.start().weight(network.seed(), layer, network.layers(), pre * outputs + post)
                                    >> unused;
                }
            }
            arrays().weights(layer, weights);
        }
    }

    /**
     * Presents one image for learning.
     *
     * @param image pixel bytes, 0..255 unsigned
     * @param from index of the first pixel
     * @param target the label, 0..outputs-1
     * @param rates the learning rates
     */
    public void learn(final byte[] image, final int from, final int target, final SfdfaRates rates) {
        checkLabel(target);
        runImage(image, from, target, rates.payload());
    }

    /**
     * Presents one sample of spikes for learning; the host takes the place of the input.
     *
     * @param axons the axons that spike in each step, from step 0; an axon spikes at most once in a step
     * @param target the label, 0..outputs-1
     * @param rates the learning rates
     */
    public void learnSpikes(final int[][] axons, final int target, final SfdfaRates rates) {
        checkLabel(target);
        runSpikes(axons, target, rates.payload());
    }

    private void checkLabel(final int target) {
        ConfigurationException.checkRange("label", target, 0, counts.length - 1);
    }

    /**
     * Presents one image for classification.
     *
     * @param image pixel bytes, 0..255 unsigned
     * @param from index of the first pixel
     * @return the class whose output spiked most, the lowest on a tie
     */
    public int classify(final byte[] image, final int from) {
        runImage(image, from, NO_LABEL, TEST);
        return answer();
    }

    /**
     * Presents one sample of spikes for classification.
     *
     * @param axons the axons that spike in each step, from step 0; an axon spikes at most once in a step
     * @return the class whose output spiked most, the lowest on a tie
     */
    public int classifySpikes(final int[][] axons) {
        runSpikes(axons, NO_LABEL, TEST);
        return answer();
    }

    private int answer() {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }

    private void runImage(final byte[] image, final int from, final int target, final int payload) {
        images.show(image, from, target, payload);
        chip().host().driver(images::present);
        run();
    }

    private void runSpikes(final int[][] axons, final int target, final int payload) {
        label.show(target, payload);
        spikes.show(axons, network.rule().steps());
        chip().host().driver(this::presentSpikes);
        run();
        addInput(spikes.sent());
    }

    private void presentSpikes(final CoreEvent event, final int tick, final HostPort port) {
        label.present(event, port);
        spikes.present(event, tick, port);
    }

    private void run() {
        chip().runSample(network.ticks());
        Answers.counts(chip().host().received(), counts);
    }

    /** @return spikes per output neuron in the last sample; live */
    public int[] outputCounts() {
        return counts;
    }

    /** @return what neurons and synapses hold between samples */
    public SfdfaState state() {
        return state;
    }

    /** @return where everything sits, and what network it is */
    public SfdfaMapping mapping() {
        return mapping;
    }
}
