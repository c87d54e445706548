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
 * <p>It works on a copy of mask and payloads: the receive unit may change the regions while packets wait for room in the
 * queue.
 */
final class SendUnit implements Stateful {
    private final Fabric fabric;
    private final BarrierNetwork barrier;
    private final int node;
    private final RouteTable.Entry[] routes;
    private final long[] mask;
    private final int[] payloads;

    private int maskBits;
    private int kind;
    private int key = -1;

    /** Which of the key's routes is next: a range, or one of its list, counted on from the number of ranges. */
    private int entry;

    SendUnit(
            final Fabric fabric,
            final BarrierNetwork barrier,
            final int node,
            final RouteTable.Entry[] routes,
            final int maxLength) {
        this.fabric = fabric;
        this.barrier = barrier;
        this.node = node;
        this.routes = routes;
        this.mask = new long[(maxLength + 63) >> 6];
        this.payloads = new int[maxLength];
    }

    /** Prepares a single packet. */
    void startOne(final int packetKind, final int packetKey, final int packetPayload) {
        maskBits = 0;
        kind = packetKind;
        payloads[0] = packetPayload;
        key = packetKey;
        entry = -1;
        settle();
    }

    /** Prepares one packet per set bit, with payload 0 or, when {@code values} is not null, the bit's value. */
    void startEach(final int packetKind, final long[] bits, final int[] values, final int length) {
        System.arraycopy(bits, 0, mask, 0, bits.length);
        // The mask of a longer send may lie behind this one.
        Arrays.fill(mask, bits.length, mask.length, 0);
        if (values == null) {
            Arrays.fill(payloads, 0, length, 0);
        } else {
            System.arraycopy(values, 0, payloads, 0, length);
        }
        maskBits = length;
        kind = packetKind;
        key = BitVectors.next(mask, 0);
        entry = -1;
        settle();
    }

    /** @return true when every packet has been queued */
    boolean isDone() {
        return key < 0;
    }

    /**
     * Queues the next packets, one every {@code spacing} cycles, as long as the router's queue has room for them now and their
     * cycles may be known in advance.
     *
     * @return how many; 0 when the queue is full
     */
    int sendWhileSpace(final int sample, final int epoch, final long cycle, final int spacing) {
        final int room = fabric.space(node);
        int sent = 0;
        while (key >= 0 && sent < room && sent * spacing <= Fabric.AHEAD) {
            sendNext(sample, epoch, cycle + (long) sent * spacing);
            sent++;
        }
        return sent;
    }

    private void sendNext(final int sample, final int epoch, final long cycle) {
        final RouteTable.Range[] ranges = routes[kind].ranges();
        final int value = payloads[maskBits == 0 ? 0 : key];
        if (entry < ranges.length) {
            final RouteTable.Range to = ranges[entry];
            barrier.sent(to.leaves());
            fabric.send(node, to.route(), Packet.of(kind, sample, epoch, key + to.offset(), value), cycle);
        } else {
            final RouteTable.Fan fan = routes[kind].fan();
            final int route = fan.routes()[fan.rows().start(key) + entry - ranges.length];
            barrier.sent(1);
            fabric.send(node, route, Packet.of(kind, sample, epoch, key + fan.offset(), value), cycle);
        }
        settle();
    }

    /** Moves on to the next route of the key, or to the next key that has one. */
    private void settle() {
        final RouteTable.Range[] ranges = routes[kind].ranges();
        final RouteTable.Fan fan = routes[kind].fan();
        while (key >= 0) {
            while (++entry < ranges.length) {
                if (key >= ranges[entry].first() && key <= ranges[entry].last()) {
                    return;
                }
            }
            if (fan != null && entry - ranges.length < fan.count(key)) {
                return;
            }
            entry = -1;
            key = maskBits == 0 ? -1 : BitVectors.next(mask, key + 1);
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
