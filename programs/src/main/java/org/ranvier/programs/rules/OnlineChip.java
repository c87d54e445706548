package org.ranvier.programs.rules;

import java.util.List;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.packet.Packet;
import org.ranvier.programs.layered.Answers;
import org.ranvier.programs.layered.ImageHost;
import org.ranvier.programs.layered.LayerArrays;
import org.ranvier.programs.layered.LayerRoutes;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.programs.layered.Placement;

/**
 * A chip that runs OTTT or e-prop: presents images, and reads weights and counters between them.
 *
 * <p>An image reaches the chip as one packet per non-zero pixel, its label as one packet to both layers whose payload is the
 * learning rate in Q20, 0 for a test image. The answer is one packet: the class as its key, its sum of evidence as its payload.
 */
public final class OnlineChip extends LayeredChip {
    private static final int NO_LABEL = Packet.MAX_KEY;
    private static final int TEST = 0;
    private static final int FRACTION_BITS = 20;
    private static final int READOUT = 2;

    private final OnlineMapping mapping;
    private final OnlineNetwork network;
    private final ImageHost images;

    /**
     * Builds the chip, loads programs, tables and start weights.
     *
     * @param mapping the mapped network
     */
    public OnlineChip(final OnlineMapping mapping) {
        super(mapping.layers(), mapping.kinds(), mapping.network().seed());
        this.mapping = mapping;
        this.network = mapping.network();
        final List<Placement> placements = mapping.layers().placements();
        final LayerRoutes routes =
                new LayerRoutes(mapping.layers(), chip().fabric(), chip().host().node(), mapping.kinds());
        final OnlineRoutes tables = new OnlineRoutes(mapping.layers(), routes, network.symmetric());
        for (final Placement placement : placements) {
            final Core core =
                    addCore(placement, LayerArrays.sram(mapping.chip(), placement.program()), tables.of(placement));
            OnlineTables.write(core, placement, network);
        }
        images = new ImageHost(mapping.kinds(), routes.pixels(), routes.label(), network.sizes()[0]);
        chip().host().driver(images::present);
        arrays().initialize(network.seed(), 1, FRACTION_BITS - network.weightBits());
        arrays().initialize(network.seed(), READOUT, 0);
    }

    /**
     * Presents one image for learning.
     *
     * @param image pixel bytes, 0..255 unsigned
     * @param from index of the first pixel
     * @param target the label, 0..outputs-1
     * @param rateQ20 learning rate in units of 2^-20, at least that of the smallest change of a hidden weight
     * @return the class it took the image for while it learnt from it
     */
    public int learn(final byte[] image, final int from, final int target, final int rateQ20) {
        ConfigurationException.checkRange("label", target, 0, network.sizes()[READOUT] - 1);
        ConfigurationException.checkRange("learning rate in 2^-20", rateQ20, smallestRate(), Integer.MAX_VALUE);
        return run(image, from, target, rateQ20);
    }

    /** @return the smallest learning rate that no core takes for 0, in units of 2^-20 */
    public int smallestRate() {
        final int readout = (int) (long) network.readout().getOrDefault("ES", 0L);
        return 1 << Math.max(readout, FRACTION_BITS - network.weightBits());
    }

    /**
     * Presents one image for classification.
     *
     * @param image pixel bytes, 0..255 unsigned
     * @param from index of the first pixel
     * @return the class with the largest sum over all ticks, the lowest on a tie
     */
    public int classify(final byte[] image, final int from) {
        return run(image, from, NO_LABEL, TEST);
    }

    private int run(final byte[] image, final int from, final int target, final int rate) {
        images.show(image, from, target, rate);
        chip().runSample(network.ticks());
        addAnswers(1);
        return Answers.first(chip().host().received());
    }

    /** @return where everything sits, and what network it is */
    public OnlineMapping mapping() {
        return mapping;
    }
}
