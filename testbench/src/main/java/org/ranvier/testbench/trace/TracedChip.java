package org.ranvier.testbench.trace;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.packet.Packet;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.router.MeshSpec;
import org.ranvier.testbench.energy.EnergyProfile;

/** What the recorders and formats need to know of a chip, or of a network without cores: what is on it, and what of that the trace shows. */
final class TracedChip {
    private static final double GIGAHERTZ = 1e9;

    private final Chip chip;
    private final Fabric fabric;
    private final MeshSpec mesh;
    private final double clockHz;
    private final boolean exact;
    private final TraceWindow window;
    private final EnergyProfile profile;
    private final Core[] cores;
    private final boolean[] nodes;
    private final boolean[] routers;
    private final List<Core> shown;

    /**
     * Describes a chip.
     *
     * @throws ConfigurationException when the window names a node without a core
     */
    TracedChip(final Chip chip, final ChipSpec spec, final TraceWindow window, final EnergyProfile profile) {
        this(chip, chip.fabric(), spec.mesh(), spec.clockHz(), spec.fabric() == FabricKind.CYCLE, window, profile);
    }

    /**
     * Describes an exact network of 1 GHz without a chip; its nodes stand for cores.
     *
     * @throws ConfigurationException when the window names a node that the network does not have
     */
    TracedChip(final Fabric network, final MeshSpec mesh, final TraceWindow window) {
        this(null, network, mesh, GIGAHERTZ, true, window, null);
    }

    private TracedChip(
            final Chip chip,
            final Fabric fabric,
            final MeshSpec mesh,
            final double clockHz,
            final boolean exact,
            final TraceWindow window,
            final EnergyProfile profile) {
        this.chip = chip;
        this.fabric = fabric;
        this.mesh = mesh;
        this.clockHz = clockHz;
        this.exact = exact;
        this.window = window;
        this.profile = profile;
        cores = new Core[mesh.nodes()];
        final List<Core> all = chip == null ? List.of() : chip.cores();
        all.forEach(core -> cores[core.node()] = core);
        window.cores().forEach(this::requireNode);
        nodes = new boolean[mesh.nodes()];
        routers = new boolean[mesh.routers()];
        Arrays.fill(routers, window.cores().isEmpty());
        for (int node = 0; node < nodes.length; node++) {
            nodes[node] = window.cores().isEmpty() || window.cores().contains(node);
            routers[mesh.router(node)] |= nodes[node];
        }
        shown = all.stream().filter(core -> nodes[core.node()]).toList();
    }

    private void requireNode(final int node) {
        if (chip == null && node >= mesh.nodes()) {
            throw ConfigurationException.of("--trace-cores", node, "nodes 0.." + (mesh.nodes() - 1));
        }
        if (chip != null && (node >= cores.length || cores[node] == null)) {
            final String known = chip.cores().stream()
                    .map(Core::node)
                    .sorted()
                    .map(String::valueOf)
                    .collect(Collectors.joining(","));
            throw ConfigurationException.of("--trace-cores", node, "cores of the chip: " + known);
        }
    }

    /** @return the chip itself; null when there is a network alone */
    Chip chip() {
        return chip;
    }

    /** @return its fabric */
    Fabric fabric() {
        return fabric;
    }

    /** @return the window */
    TraceWindow window() {
        return window;
    }

    /** @return what its events cost; null without a chip */
    EnergyProfile profile() {
        return profile;
    }

    /** @return the mesh */
    MeshSpec mesh() {
        return mesh;
    }

    /** @return its clock, in Hz */
    double clockHz() {
        return clockHz;
    }

    /** @return whether the fabric has flits, buffers and links */
    boolean exact() {
        return exact;
    }

    /** @return the cores that are shown, in the order in which they were added */
    List<Core> shown() {
        return shown;
    }

    /** @return the core at a node, or null */
    Core core(final int node) {
        return cores[node];
    }

    /** @return whether what happens at a node is shown */
    boolean showsNode(final int node) {
        return nodes[node];
    }

    /** @return whether a node is shown that can send or receive: a core, a host port or, without a chip, any */
    boolean showsEndpoint(final int node) {
        return nodes[node] && (chip == null || cores[node] != null || mesh.isHost(node));
    }

    /** @return whether what happens in a router is shown */
    boolean showsRouter(final int router) {
        return routers[router];
    }

    /** @return a node's name: that of its core, of the host port, or its number */
    String nodeName(final int node) {
        if (mesh.isHost(node)) {
            return "host[" + (node - mesh.localNodes()) + "]";
        }
        return cores[node] == null ? "node[" + node + "]" : cores[node].path();
    }

    /** @return the names of the packet kinds by number; of those that have none, {@code packet} */
    String[] kindNames() {
        final String[] names = new String[Packet.MAX_KIND + 1];
        Arrays.fill(names, "packet");
        for (int kind = 0; chip != null && kind < chip.kinds().count(); kind++) {
            names[kind] = chip.kinds().name(kind);
        }
        return names;
    }
}
