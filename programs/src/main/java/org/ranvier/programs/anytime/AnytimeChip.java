package org.ranvier.programs.anytime;

import java.util.Arrays;
import java.util.List;
import org.agrona.collections.LongArrayList;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.packet.Packet;
import org.ranvier.core.random.XorShift32;
import org.ranvier.programs.layered.Answers;
import org.ranvier.programs.layered.LayerArrays;
import org.ranvier.programs.layered.LayerRoutes;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.programs.layered.Placement;
import org.ranvier.programs.layered.SpikeHost;

/**
 * A chip that classifies images or spikes and stops as soon as it is sure.
 *
 * <p>An image reaches the chip as one packet per non-zero pixel, a sample of spikes as one packet per spike. The answer is one packet: the class as its key, the output ticks
 * that it took as its payload.
 */
public final class AnytimeChip extends LayeredChip {
    /** A threshold that no gap exceeds. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** No packet: their highest bits are 0. */
    private static final long NO_RESULT = -1;

    private final AnytimeMapping mapping;
    private final AnytimeNetwork network;
    private final PixelHost pixels;
    private final SpikeHost events;
    private final SpikeLog[] spikes;
    private final int answerKind;
    private final int gapKind;

    /**
     * Builds the chip and loads programs and weights; no threshold is ever exceeded.
     *
     * @param mapping the mapped network
     * @param weights of layers 1..L at index 0..L-1, -128..127, inputs x neurons
     */
    public AnytimeChip(final AnytimeMapping mapping, final int[][][] weights) {
        super(mapping.layers(), mapping.kinds(), mapping.network().seed());
        this.mapping = mapping;
        this.network = mapping.network();
        final List<Placement> placements = mapping.layers().placements();
        spikes = new SpikeLog[network.layers()];
        for (int layer = 0; layer < spikes.length; layer++) {
            spikes[layer] = new SpikeLog(chip(), layer, network.ticks(), counts(layer));
        }
        answerKind = mapping.kinds().number("RES");
        gapKind = mapping.kinds().number("GAP");
        final LayerRoutes routes =
                new LayerRoutes(mapping.layers(), chip().fabric(), chip().host().node(), mapping.kinds());
        final AnytimeRoutes tables = new AnytimeRoutes(mapping, routes);
        for (final Placement placement : placements) {
            final Core core =
                    addCore(placement, LayerArrays.sram(mapping.chip(), placement.program()), tables.of(placement));
            if (placement.layer() < network.layers()) {
                core.monitor(spikes[placement.layer()]);
            }
        }
        final boolean external = network.coding().form() == Coding.Form.EVENTS;
        pixels = external ? null : new PixelHost(mapping.kinds(), routes.pixels(), network.sizes()[0]);
        events = external ? new SpikeHost(mapping.kinds(), routes.spikes(), network.sizes()[0]) : null;
        chip().host().driver(external ? events::present : pixels::present);
        for (int layer = 1; layer <= network.layers(); layer++) {
            arrays().weights(layer, weights[layer - 1]);
        }
        final int[] off = new int[network.ticks()];
        Arrays.fill(off, NEVER);
        thresholds(off);
    }

    /**
     * Loads the table of thresholds; between samples.
     *
     * @param table what the gap of output ticks 1..T must exceed; the last one is not used, the answer is due then
     */
    public void thresholds(final int[] table) {
        ConfigurationException.checkRange("thresholds", table.length, network.ticks(), network.ticks());
        System.arraycopy(table, 0, output().region("BETA").cells()[0], 0, table.length);
    }

    /**
     * Gives the input's random lanes the states that belong to a number; between samples. Images that are presented under the same
     * number get the same spikes, whatever was presented before and when it was cut short.
     *
     * @param number any number
     */
    public void draws(final int number) {
        if (network.coding().isRate()) {
            final Core input = chip().cores().get(0);
            final int[] lanes = input.region("RIN").cells()[0];
            for (int i = 0; i < lanes.length; i++) {
                lanes[i] = XorShift32.seed(network.seed(), 0, number * lanes.length + i);
            }
        }
    }

    /**
     * Presents one image.
     *
     * @param image pixel bytes, 0..255 unsigned
     * @param from index of the first pixel
     * @return the class
     */
    public int classify(final byte[] image, final int from) {
        pixels.show(image, from);
        return run();
    }

    /**
     * Presents one sample of spikes.
     *
     * @param axons the axons that spike in each tick, from tick 0; an axon spikes at most once in a tick
     * @return the class
     */
    public int classifySpikes(final int[][] axons) {
        events.show(axons, network.ticks());
        final int answer = run();
        addInput(events.sent());
        return answer;
    }

    private int run() {
        for (final SpikeLog log : spikes) {
            log.begin();
        }
        chip().runSample(network.chipTicks());
        addAnswers(1);
        final long result = result();
        return result == NO_RESULT ? Answers.NONE : Packet.key(result);
    }

    private long result() {
        final LongArrayList received = chip().host().received();
        for (int i = 0; i < received.size(); i++) {
            if (Packet.kind(received.getLong(i)) == answerKind) {
                return received.getLong(i);
            }
        }
        return NO_RESULT;
    }

    /** @return the output ticks that the last answer took, 1..T; T without an answer that says so */
    public int decisionTick() {
        final long result = result();
        final int tick = result == NO_RESULT ? 0 : Packet.payload(result);
        return tick < 1 || tick > network.ticks() ? network.ticks() : tick;
    }

    /** @return the largest class of every output tick of the last sample, of a chip that is traced */
    public int[] tracedClasses() {
        return perTick(chip().host().received().stream()
                .mapToLong(Long::longValue)
                .filter(packet -> Packet.kind(packet) == gapKind)
                .mapToInt(Packet::key)
                .toArray());
    }

    /** @return the gap of every output tick of the last sample, of a chip that is traced */
    public int[] tracedGaps() {
        return perTick(chip().host().received().stream()
                .mapToLong(Long::longValue)
                .filter(packet -> Packet.kind(packet) == gapKind)
                .mapToInt(Packet::payload)
                .toArray());
    }

    /** As many values as the last sample has ticks, whatever has become of their packets. */
    private int[] perTick(final int[] values) {
        return Arrays.copyOf(values, network.ticks());
    }

    /** @return the accumulated logits that the last sample ended with */
    public int[] logits() {
        return output().region("Y").cells()[0].clone();
    }

    private Core output() {
        return chip().cores().get(chip().cores().size() - 1);
    }

    /**
     * @param layer 0..L-1
     * @return spikes of the layer in the last sample, by its own ticks 0..T-1; those that came from outside are not among them
     */
    public int[] spikesByTick(final int layer) {
        return spikes[layer].byTick();
    }

    /** @return packets of closed samples that cores have dropped since the start */
    public long stalePackets() {
        return chip().cores().stream().mapToLong(Core::stalePackets).sum();
    }

    /** @return where everything sits, and what network it is */
    public AnytimeMapping mapping() {
        return mapping;
    }
}
