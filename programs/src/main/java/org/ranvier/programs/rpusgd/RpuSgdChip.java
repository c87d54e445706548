package org.ranvier.programs.rpusgd;

import java.util.List;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.memory.Region;
import org.ranvier.core.packet.Packet;
import org.ranvier.programs.layered.Answers;
import org.ranvier.programs.layered.ImageHost;
import org.ranvier.programs.layered.LayerArrays;
import org.ranvier.programs.layered.LayerRoutes;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.programs.layered.Placement;

/**
 * A chip that runs RPU-SGD: presents images, and reads weights and counters between them.
 *
 * <p>An image reaches the chip as one packet per non-zero pixel, its label as one packet to every layer whose payload is the
 * learning rate in Q20, 0 for a test image. The answer is one packet: the class as its key, its probability as its payload.
 */
public final class RpuSgdChip extends LayeredChip {
    private static final int NO_LABEL = Packet.MAX_KEY;
    private static final int TEST = 0;

    private final RpuSgdMapping mapping;
    private final RpuSgdNetwork network;
    private final ImageHost images;

    private int answer;
    private int probability;

    /**
     * Builds the chip, loads programs, tables and start weights.
     *
     * @param mapping the mapped network
     */
    public RpuSgdChip(final RpuSgdMapping mapping) {
        super(mapping.layers(), mapping.kinds(), mapping.network().seed());
        this.mapping = mapping;
        this.network = mapping.network();
        final List<Placement> placements = mapping.layers().placements();
        final LayerRoutes routes =
                new LayerRoutes(mapping.layers(), chip().fabric(), chip().host().node(), mapping.kinds());
        final RpuSgdRoutes tables = new RpuSgdRoutes(mapping.layers(), routes);
        for (int i = 0; i < placements.size(); i++) {
            addCore(placements.get(i), i, tables);
        }
        images = new ImageHost(mapping.kinds(), routes.pixels(), routes.label(), network.sizes()[0]);
        chip().host().driver(images::present);
        arrays().initialize(network.seed());
    }

    private void addCore(final Placement placement, final int index, final RpuSgdRoutes tables) {
        final Core core = addCore(
                placement,
                LayerArrays.build(mapping.chip(), placement, network.device(), network.seed(), index),
                tables.of(placement));
        if (placement.program().region("TAB") >= 0) {
            final Region table = core.region("TAB");
            final int[] entries = placement.layer() == network.layers()
                    ? FunctionTables.exponential()
                    : FunctionTables.of(network.activation());
            System.arraycopy(entries, 0, table.cells()[0], 0, entries.length);
        }
    }

    /**
     * Presents one image for learning; then the devices age once.
     *
     * @param image pixel bytes, 0..255 unsigned
     * @param from index of the first pixel
     * @param target the label, 0..outputs-1
     * @param rateQ20 learning rate in units of 2^-20, at least 1
     * @return the class it took the image for before it learnt from it
     */
    public int learn(final byte[] image, final int from, final int target, final int rateQ20) {
        ConfigurationException.checkRange("label", target, 0, network.sizes()[network.layers()] - 1);
        ConfigurationException.checkRange("learning rate in 2^-20", rateQ20, 1, Integer.MAX_VALUE);
        final long start = chip().cycle();
        final int found = run(image, from, target, rateQ20, network.learningTicks());
        arrays().age(chip().cycle() - start);
        return found;
    }

    /**
     * Presents one image for classification.
     *
     * @param image pixel bytes, 0..255 unsigned
     * @param from index of the first pixel
     * @return the class with the largest sum, the lowest on a tie
     */
    public int classify(final byte[] image, final int from) {
        return run(image, from, NO_LABEL, TEST, network.inferenceTicks());
    }

    private int run(final byte[] image, final int from, final int target, final int eta, final int ticks) {
        images.show(image, from, target, eta);
        chip().runSample(ticks);
        answer = Answers.first(chip().host().received());
        probability = answer == Answers.NONE
                ? 0
                : Packet.payload(chip().host().received().getLong(0));
        addAnswers(1);
        return answer;
    }

    /** @return the class of the last answer */
    public int answer() {
        return answer;
    }

    /** @return the probability of the last answer, Q20 */
    public int probability() {
        return probability;
    }

    /** @return where everything sits, and what network it is */
    public RpuSgdMapping mapping() {
        return mapping;
    }
}
