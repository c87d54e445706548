package org.ranvier.router.cycle;

import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.hook.Listening;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.PacketNumber;

/**
 * The nodes' receiving side.
 *
 * <p>A packet that its endpoint refuses waits at the node, and all that come after it; their credits stay withheld, so the V x B
 * places of the node can never overflow. After a resume one flit a cycle is taken from there.
 */
final class Ejectors {
    private static final int NOBODY = -1;

    private final Wiring wiring;
    private final Links links;
    private final PacketPool packets;
    private final Endpoint[] endpoints;
    private final int capacity;

    /** Bit set of nodes whose endpoint has said that it has room again. */
    private final long[] resumed;

    private final long[] resumeFrom;
    private final long[] waitingFlit;
    private final int[] waitingChannel;

    /** The node that is being offered a packet. */
    private int offering = NOBODY;

    private final int[] head;
    private final int[] count;
    private FabricMonitor monitor;
    private FabricMonitor flitMonitor;

    Ejectors(
            final FabricSpec spec,
            final Wiring wiring,
            final Links links,
            final PacketPool packets,
            final Endpoint[] endpoints) {
        this.wiring = wiring;
        this.links = links;
        this.packets = packets;
        this.endpoints = endpoints;
        capacity =
                Bits.powerOfTwo(spec.router().virtualChannels() * spec.router().bufferFlits());
        resumed = new long[Bits.words(wiring.nodes)];
        resumeFrom = new long[wiring.nodes];
        waitingFlit = new long[wiring.nodes * capacity];
        waitingChannel = new int[wiring.nodes * capacity];
        head = new int[wiring.nodes];
        count = new int[wiring.nodes];
    }

    /** Listens; {@code flits} is the one that hears of flits, both may be null. */
    void monitor(final FabricMonitor listener, final FabricMonitor flits) {
        monitor = listener;
        flitMonitor = flits;
    }

    boolean anyResumed() {
        return Bits.any(resumed);
    }

    /** Notes that a node may be offered its packets from a cycle on; false when none waits there or is being refused. */
    boolean resume(final int node, final long from) {
        if (count[node] == 0 && offering != node) {
            return false;
        }
        if ((resumed[node >> 6] >>> node & 1) == 0) {
            Bits.set(resumed, node);
            resumeFrom[node] = from;
        }
        return true;
    }

    /** Takes the flits that are due, then one flit per resumed node. */
    void run(final long cycle) {
        final int slot = Links.slot(cycle);
        final int due = links.ejectCount[slot];
        for (int i = 0; i < due; i++) {
            final int target = links.ejectTarget[slot][i];
            arrive(Links.targetNode(target), Links.targetChannel(target), links.ejectWord[slot][i], cycle);
        }
        for (int word = 0; word < resumed.length; word++) {
            for (long rest = resumed[word]; rest != 0; rest &= rest - 1) {
                retry((word << 6) + Long.numberOfTrailingZeros(rest), cycle);
            }
        }
    }

    private void arrive(final int node, final int channel, final long flit, final long cycle) {
        if (Listening.hasBegun()) {
            tellArrived(node, flit, cycle);
        }
        if (count[node] == 0 && take(node, flit, cycle)) {
            links.creditRouter(cycle, wiring.attachedTo[node] + channel);
        } else {
            final int at = node * capacity + ((head[node] + count[node]) & (capacity - 1));
            waitingFlit[at] = flit;
            waitingChannel[at] = channel;
            count[node]++;
        }
    }

    private void retry(final int node, final long cycle) {
        if (resumeFrom[node] > cycle) {
            return;
        }
        Bits.clear(resumed, node);
        if (count[node] == 0) {
            return;
        }
        final int at = node * capacity + head[node];
        if (!take(node, waitingFlit[at], cycle)) {
            return;
        }
        links.creditRouter(cycle, wiring.attachedTo[node] + waitingChannel[at]);
        head[node] = (head[node] + 1) & (capacity - 1);
        if (--count[node] > 0) {
            resume(node, cycle + 1);
        }
    }

    private boolean take(final int node, final long flit, final long cycle) {
        if (!Flit.isTail(flit)) {
            return true;
        }
        final int packet = Flit.packet(flit);
        final Endpoint endpoint = endpoints[node];
        offering = node;
        if (endpoint != null && !endpoint.offer(packets.word[packet], cycle)) {
            offering = NOBODY;
            return false;
        }
        offering = NOBODY;
        packets.outstanding--;
        packets.release(packet);
        return true;
    }

    private void tellArrived(final int node, final long flit, final long cycle) {
        if (monitor == null) {
            return;
        }
        final int packet = Flit.packet(flit);
        if (flitMonitor != null && Flit.isHead(flit)) {
            flitMonitor.headArrived(packets.id[packet], node, cycle);
        }
        if (Flit.isTail(flit)) {
            final int source = PacketNumber.source(packets.id[packet]);
            monitor.delivered(
                    packets.id[packet], node, packets.injected[packet], cycle, wiring.mesh.hops(source, node));
        }
    }

    void save(final StateWriter out) {
        out.section("ejectors").putLongs(resumed).putLongs(resumeFrom).putLongs(waitingFlit);
        out.putInts(waitingChannel).putInts(head).putInts(count);
    }

    void restore(final StateReader in) {
        in.section("ejectors").getLongs(resumed);
        in.getLongs(resumeFrom);
        in.getLongs(waitingFlit);
        in.getInts(waitingChannel);
        in.getInts(head);
        in.getInts(count);
    }
}
