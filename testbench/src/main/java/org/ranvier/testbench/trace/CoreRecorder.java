package org.ranvier.testbench.trace;

import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.ExecutionMonitor;
import org.ranvier.core.isa.Program;
import org.ranvier.core.isa.Unit;
import org.ranvier.core.packet.Packet;

/** Records what one core does, as far as it lies in the window; what reaches over its ends is cut off there. */
final class CoreRecorder implements ExecutionMonitor {
    private final TraceRing ring;
    private final int node;
    private final long from;
    private final long to;

    /** Which instructions the array executes. */
    private final boolean[] arrayOps;

    /** Packets in the in-queue and the event queue before the window. */
    private int inQueueBefore;

    private int eventQueueBefore;
    private boolean open;
    private long arrayFreeAt;

    CoreRecorder(final TraceRing ring, final Core core, final TraceWindow window) {
        this.ring = ring;
        node = core.node();
        from = window.from();
        to = window.to();
        final Program program = core.program();
        arrayOps = new boolean[program.words().length];
        for (int address = 0; address < arrayOps.length; address++) {
            arrayOps[address] = program.instruction(address).op().unit() == Unit.ARRAY;
        }
        open = from == 0;
        arrayFreeAt = core.arrayFreeAt();
    }

    @Override
    public void received(final Core core, final long packet, final long cycle) {
        if (cycle < from) {
            inQueue(1);
        } else {
            span(TraceRecord.RECEIVE, 0, packet, cycle, cycle + 1);
        }
    }

    @Override
    public void served(final Core core, final long packet, final long cycle, final int cycles) {
        if (cycle < from) {
            inQueue(-1);
        }
        span(TraceRecord.SERVE, Packet.kind(packet), cycle < from ? NO_PACKET : packet, cycle, cycle + cycles);
        array(core, ~Packet.kind(packet), cycle);
    }

    @Override
    public void queued(final Core core, final long packet, final long cycle) {
        if (cycle < from) {
            inQueue(-1);
            eventQueue(1);
        } else {
            span(TraceRecord.MOVE, 0, packet, cycle, cycle + 1);
        }
    }

    @Override
    public void dropped(final Core core, final long packet, final long cycle) {
        if (cycle < from) {
            inQueue(-1);
        } else {
            span(TraceRecord.DROP, 0, packet, cycle, cycle + 1);
        }
    }

    @Override
    public void dispatched(final Core core, final int address, final long packet, final long cycle, final int cycles) {
        if (cycle < from && packet != NO_PACKET) {
            eventQueue(-1);
        }
        span(TraceRecord.DISPATCH, address, cycle < from ? NO_PACKET : packet, cycle, cycle + cycles);
    }

    @Override
    public void issued(final Core core, final int address, final long cycle, final int cycles) {
        span(TraceRecord.EXECUTE, address, 0, cycle, cycle + cycles);
        if (arrayOps[address]) {
            array(core, address, cycle);
        }
    }

    @Override
    public void sent(final Core core, final int address, final int packets, final long cycle, final int cycles) {
        span(TraceRecord.SEND, address, packets, cycle, cycle + cycles);
    }

    @Override
    public void waited(final Core core, final Wait cause, final long begin, final long end) {
        switch (cause) {
            case ARRAY -> span(TraceRecord.ARRAY_STALL, 0, 0, begin, end);
            case SEND -> span(TraceRecord.SEND_STALL, 0, 0, begin, end);
            // Of no length, too: the writer learns from it how far the core has come.
            default -> span(TraceRecord.BARRIER, 0, 0, begin, end);
        }
    }

    /** The array may have been given work, which begins when that before it is done. */
    private void array(final Core core, final int info, final long cycle) {
        final long free = core.arrayFreeAt();
        if (free != arrayFreeAt) {
            span(TraceRecord.ARRAY, info, 0, Math.max(cycle, arrayFreeAt), free);
            arrayFreeAt = free;
        }
    }

    private void span(final int kind, final int info, final long a, final long begin, final long end) {
        if (end < from) {
            return;
        }
        open();
        if (begin >= to) {
            return;
        }
        final long first = Math.max(begin, from);
        ring.put(first, TraceRecord.head(kind, node, info), a, Math.min(end, to) - first);
    }

    /** Tells what waited in the queues when the window began. */
    private void open() {
        if (!open) {
            open = true;
            inQueue(0);
            eventQueue(0);
        }
    }

    /** Nothing happens any more. */
    void finish() {
        open();
    }

    private void inQueue(final int change) {
        inQueueBefore = before(TraceRecord.IN_QUEUE, inQueueBefore + change);
    }

    private void eventQueue(final int change) {
        eventQueueBefore = before(TraceRecord.EVENT_QUEUE, eventQueueBefore + change);
    }

    /** Keeps what was in a queue before the window until it opens; what is told later is recorded at its beginning. */
    private int before(final int kind, final int change) {
        if (!open || change == 0) {
            return change;
        }
        ring.put(from, TraceRecord.head(kind, node, change), 0, 0);
        return 0;
    }
}
