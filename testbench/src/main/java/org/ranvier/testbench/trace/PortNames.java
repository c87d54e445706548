package org.ranvier.testbench.trace;

import org.ranvier.router.MeshSpec;

/** Names of the ports of routers; y grows to the south, as node numbers do. */
final class PortNames {
    private static final String[] DIRECTIONS = {"east", "west", "south", "north"};

    private PortNames() {}

    /** @return whether anything is behind a port */
    static boolean exists(final MeshSpec mesh, final int router, final int port) {
        return !mesh.isDirection(port) || mesh.neighbour(router, port) >= 0 || isHost(mesh, router, port);
    }

    private static boolean isHost(final MeshSpec mesh, final int router, final int port) {
        return port == mesh.eastPort() + 1 && router % mesh.columns() == 0;
    }

    /** @return the name of a port that exists */
    static String of(final MeshSpec mesh, final int router, final int port) {
        if (isHost(mesh, router, port)) {
            return "host";
        }
        if (mesh.isDirection(port)) {
            return DIRECTIONS[port - mesh.eastPort()];
        }
        return mesh.concentration() == 1 ? "local" : "local" + port;
    }
}
