package org.ranvier.programs.layered;

import java.util.stream.IntStream;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.programs.chip.ChipFactory;

/**
 * A chip that runs a layered network under some learning rule: its cores, their synapse arrays, and what meters, reports and saved
 * models need to know about it.
 *
 * <p>Every layer counts its signals at the probe points of its programs.
 */
public abstract class LayeredChip implements Stateful {
    private final LayerMapping layers;
    private final Chip chip;
    private final LayerArrays arrays;
    private final ProbeCounts[] counts;

    /**
     * Builds the chip, still without cores.
     *
     * @param layers where everything sits
     * @param kinds the programs' packet kinds
     * @param seed the run's seed
     */
    protected LayeredChip(final LayerMapping layers, final PacketKinds kinds, final long seed) {
        this.layers = layers;
        final SampleSequencer steps = SampleSequencer.of(
                layers.placements().stream().map(Placement::program).toList());
        chip = ChipFactory.build(layers.chip(), steps, kinds, seed);
        arrays = new LayerArrays(layers, chip);
        counts = IntStream.rangeClosed(0, layers.layers())
                .mapToObj(i -> new ProbeCounts())
                .toArray(ProbeCounts[]::new);
    }

    /**
     * Adds the next core, in the order of the placements.
     *
     * @param placement what it runs and where
     * @param array its synapses, or null
     * @param routes where its packets go
     * @return the core
     */
    protected final Core addCore(final Placement placement, final SynapseArray array, final RouteTable routes) {
        final Core core = chip.addCore(placement.node(), placement.program(), array, routes);
        core.monitor(counts[placement.layer()]);
        return core;
    }

    /**
     * @param layer 0..L
     * @return what counts its signals
     */
    protected final ProbeCounts counts(final int layer) {
        return counts[layer];
    }

    /** @return the chip itself, for monitors, ledger and clock */
    public final Chip chip() {
        return chip;
    }

    /** @return where everything sits */
    public final LayerMapping layers() {
        return layers;
    }

    /** @return its synapse arrays */
    public final LayerArrays arrays() {
        return arrays;
    }

    /**
     * Counts spikes that the host sent in the input's place.
     *
     * @param spikes how many
     */
    protected final void addInput(final long spikes) {
        counts[0].addForward(spikes);
    }

    /**
     * Counts answers that pass no probe as signals of the output.
     *
     * @param answers how many
     */
    protected final void addAnswers(final long answers) {
        counts[layers.layers()].addForward(answers);
    }

    /**
     * @param layer 0..L
     * @return signals of the layer since the start, spikes or values other than 0; for the output, its answers
     */
    public final long spikes(final int layer) {
        return counts[layer].forward();
    }

    /**
     * @param layer 1..L
     * @return gradient signals of the layer since the start, spikes or values other than 0, after the derivative
     */
    public final long gradientSpikes(final int layer) {
        return counts[layer].gradient();
    }

    /**
     * @param layer 1..L
     * @return weight updates of its synapses since the start: pulses that coincided, for crossbars, and what programs write
     */
    public final long updates(final int layer) {
        return arrays.coincidences(layer) + counts[layer].updates();
    }

    /** {@inheritDoc} Between samples only. */
    @Override
    public void save(final StateWriter out) {
        chip.save(out);
        for (final ProbeCounts layer : counts) {
            layer.save(out);
        }
    }

    /** {@inheritDoc} Into a chip of the same layers, start weights and threads. */
    @Override
    public void restore(final StateReader in) {
        chip.restore(in);
        for (final ProbeCounts layer : counts) {
            layer.restore(in);
        }
    }
}
