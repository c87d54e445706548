package org.ranvier.router.cycle;

import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.Rows;

/**
 * The constant tables of a mesh, flattened.
 *
 * <p>Every router has room for 8 ports and every port for 8 virtual channels, so that indices are made and taken apart by
 * shifts: a port is {@code router << 3 | port}; an input of one router is {@code port << 3 | vc}, a bit of a 64-bit mask; an
 * input or output VC is {@code router << 6 | port << 3 | vc}.
 */
final class Wiring {
    /** Bits of a port or of a channel. */
    static final int SHIFT = 3;

    /** Bits of an input of one router. */
    static final int INPUT_SHIFT = 2 * SHIFT;

    /** The first channel of every port. */
    static final long FIRST_CHANNELS = 0x0101010101010101L;

    private static final int LOW = (1 << SHIFT) - 1;
    private static final int INPUT_LOW = (1 << INPUT_SHIFT) - 1;

    final MeshSpec mesh;
    final int routers;
    final int ports;
    final int channels;
    final int nodes;

    /** Flag of what lies in another part of the mesh, in the complement of {@link #down} and {@link #up}. */
    static final int CUT = 1 << 30;

    /** Per output port: the first input VC behind it, or {@code ~node} where it leads to a node, or {@code ~(CUT | input VC)}. */
    final int[] down;

    /** Per input port: the first output VC that feeds it, or {@code ~node} where a node feeds it, or {@code ~(CUT | output VC)}. */
    final int[] up;

    /** Per node: the first input VC that it injects into, and the first output VC that ejects to it. */
    final int[] attachedTo;

    /** Per router and destination node: the output port. */
    private final byte[] outputPorts;

    Wiring(final FabricSpec spec) {
        mesh = spec.mesh();
        routers = mesh.routers();
        ports = mesh.ports();
        channels = spec.router().virtualChannels();
        nodes = mesh.nodes();
        down = new int[routers << SHIFT];
        up = new int[routers << SHIFT];
        attachedTo = new int[nodes];
        outputPorts = new byte[routers * nodes];
        for (int router = 0; router < routers; router++) {
            connect(router);
        }
        for (int node = 0; node < nodes; node++) {
            attach(node);
        }
    }

    /** Takes a part out of a mesh: links to and from routers of other parts are cut. */
    Wiring(final Wiring whole, final Rows rows, final int part) {
        mesh = whole.mesh;
        routers = whole.routers;
        ports = whole.ports;
        channels = whole.channels;
        nodes = whole.nodes;
        attachedTo = whole.attachedTo;
        outputPorts = whole.outputPorts;
        down = cut(whole.down, rows, part);
        up = cut(whole.up, rows, part);
    }

    private static int[] cut(final int[] whole, final Rows rows, final int part) {
        final int[] ends = whole.clone();
        for (int port = 0; port < ends.length; port++) {
            if (ends[port] > 0 && rows.ofRouter(port >> SHIFT) == part && rows.ofRouter(routerOf(ends[port])) != part) {
                ends[port] = ~(CUT | ends[port]);
            }
        }
        return ends;
    }

    /** Whether an end, as in {@link #down} and {@link #up}, lies in another part of the mesh. */
    static boolean isCut(final int end) {
        return end < 0 && (~end & CUT) != 0;
    }

    /** Whether a router gets flits from another part of the mesh. */
    boolean isAtCut(final int router) {
        return isCut(up[router << SHIFT | mesh.eastPort() + 2]) || isCut(up[router << SHIFT | mesh.eastPort() + 3]);
    }

    static int portOf(final int input) {
        return input >> SHIFT;
    }

    static int channelOf(final int vc) {
        return vc & LOW;
    }

    static int routerOf(final int vc) {
        return vc >> INPUT_SHIFT;
    }

    static int inputOf(final int vc) {
        return vc & INPUT_LOW;
    }

    int outputPort(final int router, final int node) {
        return outputPorts[router * nodes + node];
    }

    private void connect(final int router) {
        for (int port = mesh.eastPort(); port < mesh.eastPort() + 4; port++) {
            final int next = mesh.neighbour(router, port);
            if (next >= 0) {
                final int far = next << SHIFT | mesh.opposite(port);
                down[router << SHIFT | port] = far << SHIFT;
                up[far] = (router << SHIFT | port) << SHIFT;
            }
        }
    }

    private void attach(final int node) {
        final int port = mesh.router(node) << SHIFT | mesh.port(node);
        down[port] = ~node;
        up[port] = ~node;
        attachedTo[node] = port << SHIFT;
        for (int router = 0; router < routers; router++) {
            outputPorts[router * nodes + node] = (byte) mesh.outputPort(router, node);
        }
    }
}
