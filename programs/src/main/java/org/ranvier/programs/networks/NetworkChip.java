package org.ranvier.programs.networks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.memory.Elements;
import org.ranvier.programs.chip.ChipFactory;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.router.MeshSpec;

/** A chip that runs a network of closed form; a sample is a run from rest. */
public final class NetworkChip {
    /** The start of every plastic weight. */
    private static final int FIRST_WEIGHT = 128;

    private static final int TILE_ROWS = 4;

    private final NetworkSpec network;
    private final ChipSpec spec;
    private final CoreSynapses synapses;
    private final Chip chip;

    /**
     * Builds the chip and loads biases and synapses.
     *
     * @param network the network
     * @param spec the chip; its mesh has four cores a tile, four rows and enough columns
     * @throws ConfigurationException when the mesh is another one
     */
    public NetworkChip(final NetworkSpec network, final ChipSpec spec) {
        this.network = network;
        this.spec = spec;
        checkMesh();
        synapses = new CoreSynapses(network);
        final PacketKinds kinds = new PacketKinds();
        final Incoming[] incoming = network.plastic() ? Incoming.of(network, synapses) : null;
        final List<Program> programs = new ArrayList<>();
        for (int core = 0; core < network.cores(); core++) {
            programs.add(program(core, kinds, incoming));
        }
        chip = ChipFactory.build(spec, SampleSequencer.of(programs), kinds, 1);
        chip.cycleLimit(Long.MAX_VALUE);
        final NetworkRoutes routes = new NetworkRoutes(network, synapses, chip.fabric(), this::node);
        for (int core = 0; core < network.cores(); core++) {
            chip.addCore(node(core), programs.get(core), null, routes.of(core, kinds.number("SPK")));
        }
        load(incoming);
    }

    private void checkMesh() {
        final MeshSpec mesh = spec.mesh();
        if (mesh.concentration() != 4 || mesh.rows() != TILE_ROWS || mesh.columns() * TILE_ROWS < network.tiles()) {
            throw ConfigurationException.of(
                    "mesh",
                    mesh,
                    "cmeshKx" + TILE_ROWS + " with K of at least " + (network.tiles() + TILE_ROWS - 1) / TILE_ROWS
                            + " for " + network.name());
        }
    }

    private Program program(final int core, final PacketKinds kinds, final Incoming[] incoming) {
        final Map<String, Long> parameters = new HashMap<>();
        parameters.put("NL", (long) network.neuronsOf(core));
        parameters.put("NSRC", (long) network.neurons());
        if (incoming == null) {
            return Assembler.assembleResource(NetworkChip.class, "spikes.asm", parameters, kinds)
                    .withRows("tgt", synapses.rows(core));
        }
        parameters.put("ROW", (long) Math.max(1, synapses.rows(core).longest()));
        parameters.put("FANIN", (long) Math.max(1, incoming[core].rows().longest()));
        return Assembler.assembleResource(NetworkChip.class, "stdp.asm", parameters, kinds)
                .withRows("tgt", synapses.rows(core))
                .withRows("rsrc", incoming[core].rows());
    }

    private void load(final Incoming[] incoming) {
        final Elements[] targets = lists("tgt");
        final Elements[] weights = lists("w");
        synapses.forEach((i, k, core, place) -> {
            targets[core].set(place, Incoming.local(network, i, k));
            weights[core].set(place, network.weight(i, k));
        });
        for (int i = 0; i < network.neurons(); i++) {
            final Core core = chip.cores().get(network.coreOf(i));
            core.region("b").set(0, i % network.perCore(), network.bias(i));
        }
        if (incoming != null) {
            loadPlasticity(incoming);
        }
    }

    private void loadPlasticity(final Incoming[] incoming) {
        final Elements[] sources = lists("rsrc");
        final Elements[] places = lists("rix");
        final Elements[] plastic = lists("wp");
        for (int core = 0; core < incoming.length; core++) {
            plastic[core].fill(FIRST_WEIGHT);
            for (int i = 0; i < sources[core].size(); i++) {
                sources[core].set(i, incoming[core].source(i));
                places[core].set(i, incoming[core].synapse(i));
            }
        }
    }

    private Elements[] lists(final String region) {
        return chip.cores().stream().map(core -> core.region(region).elements()).toArray(Elements[]::new);
    }

    /** Tile t sits in column t div 4, row t mod 4; the nodes of a tile form a square. */
    private int node(final int core) {
        final int tile = network.tile(core);
        final int place = network.place(core);
        final int x = 2 * (tile / TILE_ROWS) + (place & 1);
        final int y = 2 * (tile % TILE_ROWS) + (place >> 1);
        return y * 2 * spec.mesh().columns() + x;
    }

    /**
     * Runs from rest. Plastic weights go on from where they are.
     *
     * @param steps steps, at least 1
     */
    public void run(final int steps) {
        chip.runSample(steps);
    }

    /** @return the sum of all potentials */
    public long sumOfPotentials() {
        long sum = 0;
        for (final Core core : chip.cores()) {
            for (final int v : core.region("v").cells()[0]) {
                sum += v;
            }
        }
        return sum;
    }

    /** Visits the plastic weights in the order of source and k. */
    public void forEachPlasticWeight(final WeightVisitor visitor) {
        final Elements[] plastic = lists("wp");
        synapses.forEach((i, k, core, place) -> visitor.weight(plastic[core].get(place)));
    }

    /** What is done with a weight. */
    public interface WeightVisitor {
        /** A weight, 0..255. */
        void weight(int value);
    }

    /** @return the network */
    public NetworkSpec network() {
        return network;
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
