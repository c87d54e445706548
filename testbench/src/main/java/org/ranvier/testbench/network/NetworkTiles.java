package org.ranvier.testbench.network;

import java.util.List;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.Nearest;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.networks.NetworkSpec;
import org.ranvier.router.MeshSpec;

/** The networks by name, and the chip that they run on. */
public final class NetworkTiles {
    /** The default chip with 8 x 4 tiles. */
    public static final ChipSpec CHIP = new ChipSpec(
            MeshSpec.parse("cmesh8x4"),
            ChipSpec.DEFAULT.router(),
            ChipSpec.DEFAULT.fabric(),
            ChipSpec.DEFAULT.core(),
            ChipSpec.DEFAULT.tile(),
            ChipSpec.DEFAULT.barrierHopCycles(),
            ChipSpec.DEFAULT.clockHz());

    private static final List<NetworkSpec> NETWORKS =
            List.of(NetworkSpec.PB_S, NetworkSpec.PB_M, NetworkSpec.PB_L, NetworkSpec.PB_P);

    private NetworkTiles() {}

    /**
     * Finds a network.
     *
     * @param name e.g. {@code pb-s}
     * @return the network
     * @throws ConfigurationException when there is none of that name
     */
    public static NetworkSpec network(final String name) {
        final List<String> names = NETWORKS.stream().map(NetworkSpec::name).toList();
        return NETWORKS.stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ConfigurationException.of(
                        "network", name, names.stream().collect(Collectors.joining(", ")) + Nearest.hint(name, names)));
    }
}
