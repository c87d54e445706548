package org.ranvier.core.cpu;

import java.util.Arrays;
import org.ranvier.core.fabric.BarrierNetwork;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.packet.Packet;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * The send unit: turns a send instruction into packets, one at a time, each key routed by the core's {@link RouteTable}.
 *
 * <p>It works on a copy of the mask: the receive unit may change the region while packets wait for room in the queue.
 */
final class SendUnit implements Stateful {
    private final Fabric fabric;
    private final BarrierNetwork barrier;
    private final int node;
    private final RouteTable.Range[][] routes;
    private final long[] mask;

    private int maskWords;
    private int kind;
    private int key;
    private int range;
    private int payload;
    private int[] payloads;

    SendUnit(
            final Fabric fabric,
            final BarrierNetwork barrier,
            final int node,
            final RouteTable.Range[][] routes,
            final int maxLength) {
        this.fabric = fabric;
        this.barrier = barrier;
        this.node = node;
        this.routes = routes;
        this.mask = new long[(maxLength + 63) >> 6];
    }

    /** Prepares a single packet. */
    void startOne(final int packetKind, final int packetKey, final int packetPayload) {
        Arrays.fill(mask, 0);
        maskWords = 0;
        kind = packetKind;
        payload = packetPayload;
        payloads = null;
        key = packetKey;
        range = -1;
        settle();
    }

    /** Prepares one packet per set bit, with payload 0 or the values of a vector. */
    void startEach(final int packetKind, final long[] bits, final int[] values) {
        System.arraycopy(bits, 0, mask, 0, bits.length);
        maskWords = bits.length;
        kind = packetKind;
        payload = 0;
        payloads = values;
        key = BitVectors.next(mask, 0);
        range = -1;
        settle();
    }

    /** @return true when every packet has been queued */
    boolean isDone() {
        return key < 0;
    }

    /** @return true when the router's queue has room for the next packet */
    boolean hasSpace() {
        return fabric.space(node) > 0;
    }

    /** Queues the next packet. */
    void sendNext(final int sample, final int epoch, final long cycle) {
        final RouteTable.Range to = routes[kind][range];
        final int value = payloads == null ? payload : payloads[key];
        barrier.sent(to.leaves());
        fabric.send(node, to.route(), Packet.of(kind, sample, epoch, key + to.offset(), value), cycle);
        settle();
    }

    /** Moves on to the next range that covers the key, or to the next key that has one. */
    private void settle() {
        final RouteTable.Range[] ranges = routes[kind];
        while (key >= 0) {
            while (++range < ranges.length) {
                if (key >= ranges[range].first() && key <= ranges[range].last()) {
                    return;
                }
            }
            range = -1;
            key = maskWords == 0 ? -1 : BitVectors.next(mask, key + 1);
            if (key >= maskWords << 6) {
                key = -1;
            }
        }
    }

    @Override
    public void save(final StateWriter out) {
        if (!isDone()) {
            throw new IllegalStateException("a send is under way; state is saved between samples");
        }
    }

    @Override
    public void restore(final StateReader in) {
        key = -1;
    }
}
