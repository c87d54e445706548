package org.ranvier.testbench.trace;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.router.MeshSpec;
import org.ranvier.testbench.energy.EnergyProfile;

/** What the recorders and formats need to know of a chip: what is on it, and which of that the trace shows. */
final class TracedChip {
    private final Chip chip;
    private final ChipSpec spec;
    private final TraceWindow window;
    private final EnergyProfile profile;
    private final Core[] cores;
    private final boolean[] nodes;
    private final boolean[] routers;
    private final List<Core> shown;

    /**
     * @throws ConfigurationException when the window names a node without a core
     */
    TracedChip(final Chip chip, final ChipSpec spec, final TraceWindow window, final EnergyProfile profile) {
        this.chip = chip;
        this.spec = spec;
        this.window = window;
        this.profile = profile;
        cores = new Core[mesh().nodes()];
        chip.cores().forEach(core -> cores[core.node()] = core);
        final boolean all = window.cores().isEmpty();
        for (final int node : window.cores()) {
            if (node >= cores.length || cores[node] == null) {
                throw ConfigurationException.of("--trace-cores", node, "cores of the chip: " + numbers());
            }
        }
        nodes = new boolean[mesh().nodes()];
        routers = new boolean[mesh().routers()];
        Arrays.fill(routers, all);
        for (int node = 0; node < nodes.length; node++) {
            nodes[node] = all || window.cores().contains(node);
            routers[mesh().router(node)] |= nodes[node];
        }
        shown = chip.cores().stream().filter(core -> nodes[core.node()]).toList();
    }

    private String numbers() {
        return chip.cores().stream()
                .map(Core::node)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    /** @return the chip itself */
    Chip chip() {
        return chip;
    }

    /** @return the window */
    TraceWindow window() {
        return window;
    }

    /** @return what its events cost */
    EnergyProfile profile() {
        return profile;
    }

    /** @return the mesh */
    MeshSpec mesh() {
        return spec.mesh();
    }

    /** @return its clock, in Hz */
    double clockHz() {
        return spec.clockHz();
    }

    /** @return whether the fabric has flits, buffers and links */
    boolean exact() {
        return spec.fabric() == FabricKind.CYCLE;
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

    /** @return whether what happens in a router is shown */
    boolean showsRouter(final int router) {
        return routers[router];
    }

    /** @return a node's name: that of its core, or of the host port */
    String nodeName(final int node) {
        if (mesh().isHost(node)) {
            return "host[" + (node - mesh().localNodes()) + "]";
        }
        return "core[" + node + "]";
    }
}
