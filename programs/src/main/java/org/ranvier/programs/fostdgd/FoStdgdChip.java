package org.ranvier.programs.fostdgd;

import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.chip.HostPort;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.packet.Packet;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.programs.layered.Answers;
import org.ranvier.programs.layered.ImageHost;
import org.ranvier.programs.layered.InputForm;
import org.ranvier.programs.layered.LabelHost;
import org.ranvier.programs.layered.LayerArrays;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.programs.layered.Placement;
import org.ranvier.programs.layered.SpikeHost;

/**
 * A chip that runs FO-STDGD: presents images, and reads state, weights and counters between them.
 *
 * <p>An image reaches the chip as one packet per non-zero pixel, a sample of spikes as one packet per spike, its label as one packet to every layer whose payload is 0, or -1 for a
 * test image. The answer is one packet per output neuron that spiked: its count. The tables that depend on the order travel with the
 * first sample, and with the next one whenever the order changes.
 */
public final class FoStdgdChip extends LayeredChip {
    private static final int NO_LABEL = Packet.MAX_KEY;
    private static final int LEARN = 0;
    private static final int TEST = -1;

    private final FoStdgdMapping mapping;
    private final FoStdgdNetwork network;
    private final FoStdgdRoutes routes;
    private final ImageHost images;
    private final LabelHost label;
    private final SpikeHost spikes;
    private final TableHost tables = new TableHost();
    private final int[] counts;

    /**
     * Builds the chip, loads programs, tables and start weights.
     *
     * @param mapping the mapped network
     */
    public FoStdgdChip(final FoStdgdMapping mapping) {
        super(mapping.layers(), mapping.kinds(), mapping.network().seed());
        this.mapping = mapping;
        this.network = mapping.network();
        routes = new FoStdgdRoutes(mapping, chip().fabric(), chip().host().node());
        for (int i = 0; i < layers().placements().size(); i++) {
            fill(layers().placements().get(i), i);
        }
        images = mapping.input() == InputForm.SPIKES
                ? null
                : new ImageHost(mapping.kinds(), routes.pixels(), routes.label(), network.sizes()[0]);
        label = new LabelHost(mapping.kinds(), routes.label());
        spikes = new SpikeHost(mapping.kinds(), routes.spikes(), network.sizes()[0]);
        counts = new int[network.sizes()[network.layers()]];
        initialize();
        order(network.rule().order());
    }

    /** Adds a core and writes its tables. */
    private void fill(final Placement placement, final int index) {
        final Core core = addCore(placement, array(placement, index), routes.of(placement));
        if (placement.layer() == 0) {
            return;
        }
        write(core, "RECIP", FoStdgdTables.reciprocals(mapping.threshold(), mapping.reciprocalShift(), mapping.one()));
        if (!network.rule().crossbars()) {
            write(core, "CODE", FoStdgdTables.codes(network.rule().mostStep()));
        }
    }

    private SynapseArray array(final Placement placement, final int index) {
        return network.rule().crossbars()
                ? LayerArrays.build(mapping.chip(), placement, network.device(), network.seed(), index)
                : LayerArrays.sram(mapping.chip(), placement.program());
    }

    private static void write(final Core core, final String region, final int[] values) {
        System.arraycopy(values, 0, core.region(region).cells()[0], 0, values.length);
    }

    private void initialize() {
        final int unit = mapping.one() / FoStdgdRule.UNIT;
        for (int layer = 1; layer <= network.layers(); layer++) {
            final int[][] weights = new int[network.sizes()[layer - 1]][network.sizes()[layer]];
            for (int pre = 0; pre < weights.length; pre++) {
                for (int post = 0; post < weights[pre].length; post++) {
                    weights[pre][post] = network.start(layer, pre, post) * unit;
                }
            }
            arrays().weights(layer, weights);
        }
    }

    /**
     * Changes the order of the derivative, from the next sample on.
     *
     * @param order the order, in (0, 2)
     */
    public void order(final double order) {
        FoStdgdRule.checkOrder("order", order);
        final FoStdgdRule rule = network.rule();
        for (int layer = 1; layer <= network.layers(); layer++) {
            if (rule.crossbars()) {
                send(
                        layer,
                        "POW",
                        FoStdgdTables.powers(rule, order, mapping.scale(layer).scale()));
                send(layer, "ROOT", FoStdgdTables.roots(rule.steps(), order));
            } else {
                send(layer, "GAIN", FoStdgdTables.gains(order, rule.epsilon()));
            }
        }
    }

    private void send(final int layer, final String kind, final int[] entries) {
        tables.send(routes.tables(layer), mapping.kinds().number(kind), entries);
    }

    /** {@inheritDoc} Tables that are still to be sent are part of it. */
    @Override
    public void save(final StateWriter out) {
        super.save(out);
        tables.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        super.restore(in);
        tables.restore(in);
    }

    private void presentImage(final CoreEvent event, final int tick, final HostPort port) {
        presentTables(event, port);
        images.present(event, tick, port);
    }

    private void presentSpikes(final CoreEvent event, final int tick, final HostPort port) {
        presentTables(event, port);
        label.present(event, port);
        spikes.present(event, tick, port);
    }

    private void presentTables(final CoreEvent event, final HostPort port) {
        if (event == CoreEvent.LOAD) {
            tables.present(port);
        }
    }

    /**
     * Presents one image for learning; then devices age once.
     *
     * @param image pixel bytes, 0..255 unsigned
     * @param from index of the first pixel
     * @param target the label, 0..outputs-1
     */
    public void learn(final byte[] image, final int from, final int target) {
        checkLabel(target);
        final long start = chip().cycle();
        runImage(image, from, target, LEARN, network.learningTicks());
        arrays().age(chip().cycle() - start);
    }

    /**
     * Presents one sample of spikes for learning; then devices age once.
     *
     * @param axons the axons that spike in each step, from step 0; an axon spikes at most once in a step
     * @param target the label, 0..outputs-1
     */
    public void learnSpikes(final int[][] axons, final int target) {
        checkLabel(target);
        final long start = chip().cycle();
        runSpikes(axons, target, LEARN, network.learningTicks());
        arrays().age(chip().cycle() - start);
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
        runImage(image, from, NO_LABEL, TEST, network.inferenceTicks());
        return answer();
    }

    /**
     * Presents one sample of spikes for classification.
     *
     * @param axons the axons that spike in each step, from step 0; an axon spikes at most once in a step
     * @return the class whose output spiked most, the lowest on a tie
     */
    public int classifySpikes(final int[][] axons) {
        runSpikes(axons, NO_LABEL, TEST, network.inferenceTicks());
        return answer();
    }

    private int answer() {
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }

    private void runImage(final byte[] image, final int from, final int target, final int payload, final int ticks) {
        images.show(image, from, target, payload);
        chip().host().driver(this::presentImage);
        run(ticks);
    }

    private void runSpikes(final int[][] axons, final int target, final int payload, final int ticks) {
        label.show(target, payload);
        spikes.show(axons, network.rule().steps());
        chip().host().driver(this::presentSpikes);
        run(ticks);
        addInput(spikes.sent());
    }

    private void run(final int ticks) {
        chip().runSample(ticks);
        Answers.counts(chip().host().received(), counts);
    }

    /** @return spikes per output neuron in the last sample; live */
    public int[] outputCounts() {
        return counts;
    }

    /**
     * Reads a quantity of every neuron of a layer, between samples.
     *
     * @param layer 1..L
     * @param region its name in the program: {@code u} (potential after the last step, in units of a weight), {@code cnt} (spikes)
     * @return one value a neuron
     */
    public int[] neurons(final int layer, final String region) {
        final int[] values = new int[network.sizes()[layer]];
        for (int i = 0; i < chip().cores().size(); i++) {
            final Placement tile = mapping.layers().placements().get(i);
            if (tile.layer() == layer) {
                final int[] cells = chip().cores().get(i).region(region).cells()[0];
                System.arraycopy(cells, 0, values, tile.first(), tile.neurons());
            }
        }
        return values;
    }

    /**
     * Reads the codes of the last steps of a layer's synapses, between samples; for synapses in memory.
     *
     * @param layer 1..L
     * @return codes 0..63, inputs x neurons
     */
    public int[][] codes(final int layer) {
        final int[][] values = new int[network.sizes()[layer - 1]][network.sizes()[layer]];
        for (int i = 0; i < chip().cores().size(); i++) {
            final Placement tile = mapping.layers().placements().get(i);
            if (tile.layer() == layer) {
                final int[][] cells = chip().cores().get(i).region("D").cells();
                for (int pre = 0; pre < values.length; pre++) {
                    System.arraycopy(cells[pre], 0, values[pre], tile.first(), tile.neurons());
                }
            }
        }
        return values;
    }

    /**
     * Reads the gain table out of the memory of the last core; for synapses in memory.
     *
     * @return gains by code, in units of 1/64
     */
    public int[] gains() {
        return chip().cores()
                .get(chip().cores().size() - 1)
                .region("GAIN")
                .cells()[0]
                .clone();
    }

    /** @return where everything sits, and what network it is */
    public FoStdgdMapping mapping() {
        return mapping;
    }
}
