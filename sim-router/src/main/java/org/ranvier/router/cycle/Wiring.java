package org.ranvier.router.cycle;

import java.util.Arrays;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;

/**
 * The constant tables of a mesh, flattened.
 *
 * <p>With P ports and V virtual channels, an input VC has the index {@code router * P * V + port * V + vc}, and so has an
 * output VC; a port has the index {@code router * P + port}.
 */
final class Wiring {
    final MeshSpec mesh;
    final int routers;
    final int ports;
    final int channels;
    final int inputs;
    final int nodes;

    /** Per output port: the first input VC behind it, or {@code ~node} where it leads to a node. */
    final int[] down;

    /** Per input port: the first output VC that feeds it, or {@code ~node} where a node feeds it. */
    final int[] up;

    /** Per node: the first input VC that it injects into. */
    final int[] injectInto;

    /** Per node: the first output VC that ejects to it. */
    final int[] ejectFrom;

    /** Per input VC: its router. */
    final int[] routerOf;

    /** Per input VC of one router: its port. */
    final int[] portOf;

    /** Per router and destination node: the output port. */
    private final byte[] outputPorts;

    Wiring(final FabricSpec spec) {
        mesh = spec.mesh();
        routers = mesh.routers();
        ports = mesh.ports();
        channels = spec.router().virtualChannels();
        inputs = ports * channels;
        nodes = mesh.nodes();
        down = new int[routers * ports];
        up = new int[routers * ports];
        injectInto = new int[nodes];
        ejectFrom = new int[nodes];
        routerOf = new int[routers * inputs];
        portOf = new int[inputs];
        outputPorts = new byte[routers * nodes];
        for (int router = 0; router < routers; router++) {
            Arrays.fill(routerOf, router * inputs, (router + 1) * inputs, router);
            connect(router);
        }
        for (int input = 0; input < inputs; input++) {
            portOf[input] = input / channels;
        }
        for (int node = 0; node < nodes; node++) {
            attach(node);
        }
    }

    int outputPort(final int router, final int node) {
        return outputPorts[router * nodes + node];
    }

    private void connect(final int router) {
        for (int port = mesh.eastPort(); port < mesh.eastPort() + 4; port++) {
            final int next = mesh.neighbour(router, port);
            if (next >= 0) {
                final int far = next * ports + mesh.opposite(port);
                down[router * ports + port] = far * channels;
                up[far] = (router * ports + port) * channels;
            }
        }
    }

    private void attach(final int node) {
        final int port = mesh.router(node) * ports + mesh.port(node);
        down[port] = ~node;
        up[port] = ~node;
        injectInto[node] = port * channels;
        ejectFrom[node] = port * channels;
        for (int router = 0; router < routers; router++) {
            outputPorts[router * nodes + node] = (byte) mesh.outputPort(router, node);
        }
    }
}
