package org.ranvier.programs.population;

import java.util.List;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.HostPort;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.programs.chip.ChipFactory;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.NodeOrder;

/** A chip that runs a network of populations; a sample is a run from rest. */
public final class PopulationChip {
    /** A sample of a chip with faults may take this long, more than the longest delay of a flit. */
    private static final long FAULTY_CYCLES = 1L << 22;

    /** And so much longer for every tick. */
    private static final long FAULTY_TICK_CYCLES = 1L << 16;

    private final PopulationMapping mapping;
    private final ChipSpec spec;
    private final Chip chip;
    private final int[] nodes;
    private final InputPort input;

    /**
     * Builds the chip and loads it.
     *
     * @param mapping the network in tiles
     * @param spec the chip
     * @throws MappingException when it has fewer cores than there are tiles
     */
    public PopulationChip(final PopulationMapping mapping, final ChipSpec spec) {
        this.mapping = mapping;
        this.spec = spec;
        nodes = NodeOrder.snake(spec.mesh());
        if (mapping.cores() > nodes.length) {
            throw new MappingException("the network needs " + mapping.cores() + " cores of "
                    + spec.core().memoryBytes() + " bytes, the " + spec.mesh() + " chip has " + nodes.length
                    + ": use a larger mesh");
        }
        final SampleSequencer steps =
                SampleSequencer.of(mapping.tiles().stream().map(Tile::program).toList());
        chip = ChipFactory.build(spec, steps, mapping.kinds(), 1);
        chip.cycleLimit(Long.MAX_VALUE);
        for (int tile = 0; tile < mapping.cores(); tile++) {
            load(
                    mapping.tiles().get(tile),
                    chip.addCore(nodes[tile], mapping.tiles().get(tile).program(), null, routes(tile)));
        }
        input = new InputPort(mapping, chip, nodes);
        chip.host().driver(this::step);
    }

    private void step(final CoreEvent event, final int tick, final HostPort port) {
        if (event == CoreEvent.PHASE0 && tick % mapping.network().stride() == 0) {
            input.send(tick / mapping.network().stride(), port);
        }
    }

    private RouteTable routes(final int index) {
        final Tile tile = mapping.tiles().get(index);
        final RouteTable table = new RouteTable();
        for (final String kind : mapping.network().kinds(tile.population())) {
            final int number = mapping.kinds().number(kind);
            if (kind.equals(PopulationNetwork.OUT)) {
                final int route = chip.fabric().route(nodes[index], chip.host().node());
                table.add(number, 0, tile.neurons() - 1, tile.first(), route, 1);
            } else {
                final int k = Integer.parseInt(kind.substring(1));
                final Fan fan = Fan.of(mapping, tile.population(), k, tile.first(), tile.neurons());
                table.addEach(number, fan.rows(), handles(index, fan), tile.first());
            }
        }
        return table;
    }

    private char[] handles(final int index, final Fan fan) {
        final int[] known = new int[mapping.cores()];
        final char[] handles = new char[fan.tiles().length];
        for (int i = 0; i < handles.length; i++) {
            final int tile = fan.tiles()[i];
            if (known[tile] == 0) {
                final int route = chip.fabric().route(nodes[index], nodes[tile]);
                known[tile] =
                        1 + ConfigurationException.checkRange("routes between cores", route, 0, Character.MAX_VALUE);
            }
            handles[i] = (char) (known[tile] - 1);
        }
        return handles;
    }

    private void load(final Tile tile, final Core core) {
        final Population population = mapping.network().populations().get(tile.population());
        load(core, "rate", population.rate(), tile);
        load(core, "rest", population.rest(), tile);
        load(core, "irate", population.currentRate(), tile);
        load(core, "th", population.threshold(), tile);
        load(core, "after", population.after(), tile);
        load(core, "bias", population.bias(), tile);
        final int[] incoming = mapping.network().incoming(tile.population());
        for (int k = 0; k < incoming.length; k++) {
            load(
                    core,
                    "gain" + k,
                    mapping.network().projections().get(incoming[k]).gain(),
                    tile);
            final TileSynapses synapses = tile.synapses().get(k);
            for (int i = 0; i < synapses.targets().length; i++) {
                core.region("tgt" + k).elements().set(i, synapses.targets()[i]);
                core.region("w" + k).elements().set(i, synapses.weights()[i]);
            }
        }
    }

    /** Loads a parameter, if the program has a region for it: one that is 0 everywhere has none. */
    private static void load(final Core core, final String region, final int[] values, final Tile tile) {
        if (core.program().region(region) >= 0) {
            for (int i = 0; i < tile.neurons(); i++) {
                core.region(region).set(0, i, values[tile.first() + i]);
            }
        }
    }

    /**
     * Runs one sample from rest.
     *
     * @param frames what enters
     * @param steps steps, 1 or more
     * @param monitor hears of every step of every population; null for nobody
     */
    public void run(final InputFrames frames, final int steps, final PopulationMonitor monitor) {
        input.frames(frames, steps);
        final List<Core> cores = chip.cores();
        for (int tile = 0; tile < cores.size(); tile++) {
            cores.get(tile)
                    .monitor(
                            monitor == null
                                    ? null
                                    : new StepProbe(this, mapping.tiles().get(tile), steps, monitor));
        }
        final int ticks = mapping.network().ticks(steps);
        if (!spec.faults().isEmpty()) {
            // A threshold below 0 is reached for ever.
            chip.cycleLimit(FAULTY_CYCLES + FAULTY_TICK_CYCLES * ticks);
        }
        chip.runSample(ticks);
    }

    /** @return the step that a population of a level is in */
    int step(final int level) {
        return (chip.tick() - level) / mapping.network().stride();
    }

    /** @return the network in tiles */
    public PopulationMapping mapping() {
        return mapping;
    }

    /** @return what the chip was built from */
    public ChipSpec spec() {
        return spec;
    }

    /** @return the chip */
    public Chip chip() {
        return chip;
    }
}
