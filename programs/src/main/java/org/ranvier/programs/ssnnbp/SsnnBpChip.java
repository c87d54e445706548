package org.ranvier.programs.ssnnbp;

import java.util.List;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.memory.Region;
import org.ranvier.core.packet.Packet;
import org.ranvier.programs.layered.Answers;
import org.ranvier.programs.layered.ImageHost;
import org.ranvier.programs.layered.LayerArrays;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.programs.layered.Placement;

/**
 * A chip that runs SSNN-BP: presents images, and reads weights and counters between them.
 *
 * <p>An image reaches the chip as one packet per non-zero pixel, its label as one packet to every layer whose payload is the
 * learn-enable threshold of the image, or -1 for a test image. The answer is one packet per output neuron.
 */
public final class SsnnBpChip extends LayeredChip {
    private static final int NO_LABEL = Packet.MAX_KEY;
    private static final int TEST = -1;

    private final SsnnBpMapping mapping;
    private final SsnnBpNetwork network;
    private final ImageHost images;
    private final int[] counts;

    /**
     * Builds the chip, loads programs, tables and start weights.
     *
     * @param mapping the mapped network
     */
    public SsnnBpChip(final SsnnBpMapping mapping) {
        super(mapping.layers(), mapping.kinds(), mapping.network().seed());
        this.mapping = mapping;
        this.network = mapping.network();
        final List<Placement> placements = mapping.placements();
        final SsnnBpRoutes routes =
                new SsnnBpRoutes(mapping, chip().fabric(), chip().host().node());
        for (int i = 0; i < placements.size(); i++) {
            addCore(placements.get(i), i, routes);
        }
        images = new ImageHost(mapping.kinds(), routes.pixels(), routes.label(), network.sizes()[0]);
        chip().host().driver(images::present);
        counts = new int[network.sizes()[network.layers()]];
        arrays().initialize(network.seed());
    }

    private void addCore(final Placement placement, final int index, final SsnnBpRoutes routes) {
        final Core core = addCore(
                placement,
                LayerArrays.build(mapping.chip(), placement, network.device(), network.seed(), index),
                routes.of(placement));
        if (placement.program().region("GUM") >= 0) {
            final Region table = core.region("GUM");
            final int[] entries = GumbelTable.entries();
            System.arraycopy(entries, 0, table.cells()[0], 0, entries.length);
        }
    }

    /**
     * Presents one image for learning; then the devices age once.
     *
     * @param image pixel bytes, 0..255 unsigned
     * @param from index of the first pixel
     * @param target the label, 0..outputs-1
     * @param learnEnableQ20 probability, in units of 2^-20, that a tick updates the weights: 0..2^20
     */
    public void learn(final byte[] image, final int from, final int target, final int learnEnableQ20) {
        final long start = chip().cycle();
        run(image, from, target, learnEnableQ20, network.learningTicks());
        arrays().age(chip().cycle() - start);
    }

    /**
     * Presents one image for classification.
     *
     * @param image pixel bytes, 0..255 unsigned
     * @param from index of the first pixel
     * @param winners winner spikes to count, at least 1
     * @return the class with most winner spikes, the lowest on a tie
     */
    public int classify(final byte[] image, final int from, final int winners) {
        run(image, from, NO_LABEL, TEST, network.inferenceTicks(winners));
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }

    private void run(final byte[] image, final int from, final int target, final int enable, final int ticks) {
        images.show(image, from, target, enable);
        chip().runSample(ticks);
        addAnswers(Answers.counts(chip().host().received(), counts));
    }

    /** @return winner spikes per output neuron in the last sample; live */
    public int[] winnerCounts() {
        return counts;
    }

    /** @return where everything sits, and what network it is */
    public SsnnBpMapping mapping() {
        return mapping;
    }

    /**
     * @param crossbar 1..L
     * @return device pulses applied since the start
     */
    public long coincidences(final int crossbar) {
        return arrays().coincidences(crossbar);
    }

    /**
     * Reads a crossbar between samples.
     *
     * @param crossbar 1..L
     * @return Q20 weights, rows x columns of the whole layer, the bias row last
     */
    public int[][] weights(final int crossbar) {
        return arrays().weights(crossbar);
    }

    /**
     * Programs a crossbar between samples.
     *
     * @param crossbar 1..L
     * @param weights Q20 weights, rows x columns of the whole layer, the bias row last
     */
    public void weights(final int crossbar, final int[][] weights) {
        arrays().weights(crossbar, weights);
    }

    /** @return the hash of all weights: h = 31 h + w over crossbars 1..L in row-major order, 32-bit overflow */
    public int weightsHash() {
        return arrays().weightsHash();
    }
}
