package org.ranvier.core.cpu;

import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.fabric.BarrierNetwork;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.packet.Packet;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * The receive unit: empties the in-queue without the sequencer, one packet a cycle.
 *
 * <p>By the receive table, a packet is either served by its inline instruction at once, or queued as an event for a handler of
 * the sequencer. A packet counts as handled in the last cycle of its inline instruction, which the barrier is told in advance, or at
 * the end of its handler; one of a sample that the core has closed is dropped. The unit goes on sinking packets while the sequencer waits for room to send, so
 * spikes cannot deadlock as long as the event queue has room.
 *
 * <p>When packets of inline handlers alone wait, the unit is not visited for each: they are served late, with the cycles in which
 * they would have been, before anything can see what they do: before the next packet is offered, before the sequencer
 * does anything, and before the last of them counts as handled. The barrier waits for that one, so the others need not be on time.
 */
final class ReceiveUnit implements Stateful {
    private final Core core;
    private final Fabric fabric;
    private final BarrierNetwork barrier;
    private final int node;
    private final PacketRing waiting;
    private final PacketRing events;

    /** Inline step per kind, or null. */
    private final Step[] inline;

    /** True for kinds with a handler of the sequencer. */
    private final boolean[] handled;

    private long busyUntil;

    /** The earliest sample whose packets are taken. */
    private int accepted;

    /** True when the fabric is to be told of room by the visit that makes it. */
    private boolean refused;

    /** Packets in the in-queue that wait for a handler: while there are any, every packet is served on time. */
    private int handlersWaiting;

    ReceiveUnit(
            final Core core,
            final CoreSpec spec,
            final Fabric fabric,
            final BarrierNetwork barrier,
            final int node,
            final Step[] inline,
            final boolean[] handled) {
        this.core = core;
        this.fabric = fabric;
        this.barrier = barrier;
        this.node = node;
        this.inline = inline;
        this.handled = handled;
        waiting = new PacketRing(spec.inQueue());
        events = new PacketRing(spec.eventQueue());
    }

    boolean offer(final long packet, final long cycle) {
        catchUp(cycle - 1, cycle);
        if (waiting.isFull()) {
            refuse();
            return false;
        }
        core.received(packet, cycle);
        if (waiting.isEmpty() && cycle >= busyUntil && serve(packet, cycle, cycle)) {
            visitLater(cycle);
            return true;
        }
        waiting.add(packet);
        if (isHandled(packet)) {
            handlersWaiting++;
        }
        visitLater(cycle);
        return true;
    }

    /** The cycle in which the first of a queue of inline packets is served is known, and with it when there will be room. */
    private void refuse() {
        if (handlersWaiting > 0) {
            refused = true;
        } else {
            fabric.resume(node, busyUntil);
        }
    }

    /** Serves the inline packets at the head of the in-queue whose turn was in a cycle up to {@code last}. */
    void catchUp(final long last, final long cycle) {
        while (busyUntil <= last && !waiting.isEmpty() && !isHandled(waiting.peek())) {
            serve(waiting.remove(), busyUntil, cycle);
        }
    }

    /** Serves what is due. */
    void drain(final long cycle) {
        catchUp(cycle, cycle);
        if (!waiting.isEmpty() && cycle >= busyUntil) {
            if (!serve(waiting.peek(), cycle, cycle)) {
                return;
            }
            waiting.remove();
            handlersWaiting--;
        }
        if (refused && !waiting.isFull()) {
            refused = false;
            fabric.resume(node, cycle);
        }
        visitLater(cycle);
    }

    /**
     * Asks for the next visit: when the next packet is served if handlers wait, else no later than the last one is served. That
     * takes a cycle a packet at least; a visit that comes too early asks again.
     */
    private void visitLater(final long cycle) {
        if (handlersWaiting > 0) {
            core.scheduleReceive(Math.max(cycle + 1, busyUntil));
        } else if (!waiting.isEmpty()) {
            core.scheduleReceive(busyUntil - 1 + waiting.size());
        }
    }

    private boolean isHandled(final long packet) {
        final int kind = Packet.kind(packet);
        return kind < handled.length && handled[kind];
    }

    /** @return true when no packet is queued */
    boolean isEmpty() {
        return waiting.isEmpty() && events.isEmpty();
    }

    boolean hasEvent() {
        return !events.isEmpty();
    }

    /** Hands the next event to the sequencer; the in-queue may move up behind it. */
    long takeEvent(final long cycle) {
        final boolean blocked = events.isFull() && !waiting.isEmpty();
        final long packet = events.remove();
        if (blocked) {
            core.scheduleReceive(Math.max(cycle + 1, busyUntil));
        }
        return packet;
    }

    String status() {
        return "in-queue " + waiting.size() + ", event queue " + events.size() + (refused ? ", port blocked" : "");
    }

    /** Takes packets of a sample and later ones only. */
    void accept(final int sample) {
        accepted = sample;
    }

    /** Takes packets of the next sample only. */
    void close() {
        accepted++;
    }

    /** Serves a packet whose turn was in a cycle up to the current one. */
    private boolean serve(final long packet, final long turn, final long cycle) {
        if (Packet.isOlder(packet, accepted)) {
            core.staleDropped(packet, turn);
            busyUntil = turn + 1;
            barrier.handled(cycle);
            return true;
        }
        final int kind = Packet.kind(packet);
        if (kind >= handled.length || !handled[kind] && inline[kind] == null) {
            throw new ModelViolationException(
                    turn,
                    core.path(),
                    "no handler for packet kind " + core.kindName(kind) + " (key " + Packet.key(packet) + ")");
        }
        if (handled[kind]) {
            if (events.isFull()) {
                return false;
            }
            events.add(packet);
            busyUntil = turn + 1;
            core.eventQueued(packet, turn, cycle);
        } else {
            final int cycles = core.serveInline(inline[kind], kind, packet, turn);
            busyUntil = turn + cycles;
            barrier.handled(Math.max(cycle, busyUntil - 1));
        }
        return true;
    }

    /** Loads the fields of a packet into the read-only registers. */
    static void load(final int[] registers, final long packet) {
        registers[Registers.KEY] = Packet.key(packet);
        registers[Registers.PAYLOAD] = Packet.payload(packet);
        registers[Registers.PARITY] = Packet.epoch(packet) & 1;
    }

    @Override
    public void save(final StateWriter out) {
        if (!isEmpty()) {
            throw new IllegalStateException(core.path() + " holds packets; state is saved between samples");
        }
        out.putLong(busyUntil).putInt(accepted);
    }

    @Override
    public void restore(final StateReader in) {
        busyUntil = in.getLong();
        accepted = in.getInt();
        refused = false;
        handlersWaiting = 0;
    }
}
