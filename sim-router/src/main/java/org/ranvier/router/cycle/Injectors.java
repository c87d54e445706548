package org.ranvier.router.cycle;

import java.util.Arrays;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.hook.Listening;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.route.RouteTable;

/**
 * The nodes' sending side: one queue of packets per node, one flit per node and cycle.
 *
 * <p>A head takes the first channel with a credit in round robin after the last one used; the other flits of its packet follow
 * on the same channel.
 */
final class Injectors {
    private static final int FIRST_CAPACITY = 16;

    private final Wiring wiring;
    private final Links links;
    private final PacketPool packets;
    private final RouteTable routes;
    private final Endpoint[] endpoints;
    private final int depth;

    /** Bit set of nodes that can go on: a packet is queued and no credit is waited for. */
    private final long[] ready;

    private final int[][] queue;
    private final int[] head;
    private final int[] count;
    private final int[] sentFlits;
    private final int[] nextChannel;
    private final int[] channel;
    private final int[] credits;
    private final int[] openChannels;
    private final int[] blocked;

    /** Nodes that wait for a credit. */
    private int blockedCount;

    final long[] injected;
    private FabricMonitor monitor;

    Injectors(
            final FabricSpec spec,
            final Wiring wiring,
            final Links links,
            final PacketPool packets,
            final RouteTable routes,
            final Endpoint[] endpoints) {
        this.wiring = wiring;
        this.links = links;
        this.packets = packets;
        this.routes = routes;
        this.endpoints = endpoints;
        depth = spec.injectionDepth();
        final int nodes = wiring.nodes;
        ready = new long[Bits.words(nodes)];
        queue = new int[nodes][Bits.powerOfTwo(Math.min(depth, FIRST_CAPACITY))];
        head = new int[nodes];
        count = new int[nodes];
        sentFlits = new int[nodes];
        nextChannel = new int[nodes];
        channel = new int[nodes];
        credits = new int[nodes * wiring.channels];
        openChannels = new int[nodes];
        blocked = new int[nodes];
        injected = new long[nodes];
        Arrays.fill(credits, spec.router().bufferFlits());
        Arrays.fill(openChannels, (1 << wiring.channels) - 1);
    }

    /** Listens to flits; null switches it off. */
    void monitor(final FabricMonitor listener) {
        monitor = listener;
    }

    int space(final int node) {
        return depth - count[node];
    }

    boolean anyReady() {
        return Bits.any(ready);
    }

    boolean anyBlocked() {
        return blockedCount > 0;
    }

    void enqueue(final int node, final int packet) {
        if (count[node] == queue[node].length) {
            grow(node);
        }
        queue[node][(head[node] + count[node]) & (queue[node].length - 1)] = packet;
        count[node]++;
        if (blocked[node] == 0) {
            Bits.set(ready, node);
        }
    }

    /** Counts a credit that reached a node. */
    void credit(final int target) {
        final int node = Links.targetNode(target);
        final int vc = Links.targetChannel(target);
        credits[node * wiring.channels + vc]++;
        openChannels[node] |= 1 << vc;
        if (blocked[node] != 0) {
            blocked[node] = 0;
            blockedCount--;
            Bits.set(ready, node);
        }
    }

    /** Sends at most one flit per node. */
    void run(final long cycle) {
        for (int word = 0; word < ready.length; word++) {
            for (long rest = ready[word]; rest != 0; rest &= rest - 1) {
                send((word << 6) + Long.numberOfTrailingZeros(rest), cycle);
            }
        }
    }

    private void send(final int node, final long cycle) {
        final int packet = queue[node][head[node]];
        if (packets.visible[packet] > cycle) {
            return;
        }
        final int sent = sentFlits[node];
        final int open = sent == 0 ? openChannels[node] : openChannels[node] & 1 << channel[node];
        if (open == 0) {
            blocked[node] = 1;
            blockedCount++;
            Bits.clear(ready, node);
            return;
        }
        if (sent == 0) {
            start(node, packet, open, cycle);
        }
        useCredit(node);
        final int size = packets.flits[packet];
        links.flit(
                cycle + Links.INJECT,
                wiring.attachedTo[node] + channel[node],
                flit(packet) | (sent == 0 ? Flit.HEAD : 0) | (sent + 1 == size ? Flit.TAIL : 0));
        injected[node]++;
        if (Listening.hasBegun()) {
            tellInjected(node, packet, sent + 1 == size, cycle);
        }
        if (sent + 1 == size) {
            sentFlits[node] = 0;
            dequeue(node, cycle);
        } else {
            sentFlits[node] = sent + 1;
        }
    }

    private void tellInjected(final int node, final int packet, final boolean last, final long cycle) {
        if (monitor != null) {
            monitor.injected(packets.id[packet], node, last, cycle);
        }
    }

    private void start(final int node, final int packet, final int open, final long cycle) {
        final int vc = Bits.roundRobin(open, nextChannel[node]);
        channel[node] = vc;
        nextChannel[node] = vc + 1 == wiring.channels ? 0 : vc + 1;
        packets.injected[packet] = cycle;
    }

    private long flit(final int packet) {
        final int route = packets.route[packet];
        final int tree = routes.tree(route);
        return tree == RouteTable.UNICAST
                ? Flit.of(packet, routes.destination(route))
                : Flit.of(packet, tree) | Flit.TREE;
    }

    private void useCredit(final int node) {
        final int vc = channel[node];
        if (--credits[node * wiring.channels + vc] == 0) {
            openChannels[node] &= ~(1 << vc);
        }
    }

    private void dequeue(final int node, final long cycle) {
        final boolean wasFull = count[node] == depth;
        head[node] = (head[node] + 1) & (queue[node].length - 1);
        if (--count[node] == 0) {
            Bits.clear(ready, node);
        }
        if (wasFull && endpoints[node] != null) {
            endpoints[node].spaceAvailable(cycle);
        }
    }

    private void grow(final int node) {
        final int[] old = queue[node];
        final int[] larger = new int[2 * old.length];
        for (int i = 0; i < count[node]; i++) {
            larger[i] = old[(head[node] + i) & (old.length - 1)];
        }
        queue[node] = larger;
        head[node] = 0;
    }

    void save(final StateWriter out) {
        out.section("injectors").putInt(blockedCount).putLongs(ready).putLongs(injected);
        for (final int[] waiting : queue) {
            out.putInt(waiting.length).putInts(waiting);
        }
        for (final int[] values : state()) {
            out.putInts(values);
        }
    }

    void restore(final StateReader in) {
        blockedCount = in.section("injectors").getInt();
        in.getLongs(ready);
        in.getLongs(injected);
        for (int node = 0; node < queue.length; node++) {
            queue[node] = new int[in.getInt()];
            in.getInts(queue[node]);
        }
        for (final int[] values : state()) {
            in.getInts(values);
        }
    }

    private int[][] state() {
        return new int[][] {head, count, sentFlits, nextChannel, channel, credits, openChannels, blocked};
    }
}
