package org.ranvier.core.cpu;

import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.fabric.BarrierNetwork;
import org.ranvier.core.hook.Listening;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.Handler;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.isa.Unit;
import org.ranvier.core.packet.Packet;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * The sequencer: takes the next event to its handler and issues that handler's instructions in order.
 *
 * <p>Exactly one visit is pending while a handler runs, none while it is idle or waits for room to send. A barrier release is
 * served before queued packets: those belong to the step that it opens.
 */
final class Sequencer implements Stateful {
    private static final int NO_EVENT = -1;

    private enum Mode {
        IDLE,
        RUNNING,
        SENDING,
        BLOCKED
    }

    private final Core core;
    private final ExecutionTap tap;
    private final CoreSpec spec;
    private final int[] registers;
    private final Step[] steps;
    private final ProbePoint[][] probes;
    private final int[] eventEntry = new int[CoreEvent.values().length];
    private final int[] kindEntry;
    private final ScalarUnit scalars;
    private final VectorUnit vectors;
    private final ArrayUnit array;
    private final SendUnit send;
    private final CoreLedger ledger;
    private final BarrierNetwork barrier;
    private final int member;
    private CoreMonitor monitor;

    private Mode mode = Mode.IDLE;
    private int pc;
    private boolean packetHandler;
    private long packetInHand;
    private int pendingEvent = NO_EVENT;
    private int sample;
    private int epoch;
    private boolean arrived;

    private long arrivedAt;
    private long blockedAt;
    private long busy;
    private long arrayStall;
    private long sendStall;
    private long barrierWait;

    Sequencer(
            final Core core,
            final CoreSpec spec,
            final Loader loader,
            final ExecutionTap tap,
            final int[] registers,
            final ScalarUnit scalars,
            final VectorUnit vectors,
            final ArrayUnit array,
            final SendUnit send,
            final CoreLedger ledger,
            final BarrierNetwork barrier,
            final int member) {
        this.core = core;
        this.spec = spec;
        this.tap = tap;
        this.registers = registers;
        this.steps = loader.steps();
        this.probes = loader.probes();
        this.scalars = scalars;
        this.vectors = vectors;
        this.array = array;
        this.send = send;
        this.ledger = ledger;
        this.barrier = barrier;
        this.member = member;
        for (final CoreEvent event : CoreEvent.values()) {
            final Handler handler = loader.program().events().get(event);
            eventEntry[event.ordinal()] = handler == null ? NO_EVENT : handler.address();
        }
        final boolean[] handled = loader.handledKinds();
        kindEntry = new int[handled.length];
        for (int kind = 0; kind < handled.length; kind++) {
            kindEntry[kind] =
                    handled[kind] ? loader.program().packets().get(kind).address() : NO_EVENT;
        }
    }

    void monitor(final CoreMonitor listener) {
        monitor = listener;
    }

    CoreActivity activity() {
        return new CoreActivity(busy, arrayStall, sendStall, barrierWait);
    }

    /** @return executions of the instruction at an address */
    long executions(final int address) {
        return ledger.executions(steps[address]);
    }

    String status() {
        return switch (mode) {
            case IDLE -> arrived ? "at the barrier" : "idle, not arrived at the barrier";
            case RUNNING -> "running " + place();
            case SENDING -> "sending, " + place();
            case BLOCKED -> "blocked, out-queue full in " + place();
        };
    }

    /** @return true when the core has arrived and no handler runs */
    boolean isAtBarrier() {
        return arrived && mode == Mode.IDLE;
    }

    private String place() {
        return "'" + steps[pc].op.mnemonic() + "' at address " + pc + " (line "
                + core.program().lines()[pc] + ")";
    }

    /** A barrier release, in the arrive phase. */
    void released(final long cycle, final CoreEvent event) {
        core.catchUp(cycle - 1, cycle);
        arrived = false;
        barrierWait += waited(ExecutionMonitor.Wait.BARRIER, arrivedAt, cycle);
        if (event == CoreEvent.SAMPLE) {
            sample++;
            epoch = 0;
            core.openSample(sample);
        } else if (event == CoreEvent.PHASE0) {
            epoch++;
        }
        if (eventEntry[event.ordinal()] == NO_EVENT) {
            arrive(cycle);
            return;
        }
        pendingEvent = event.ordinal();
        if (mode == Mode.IDLE) {
            dispatch(cycle);
        }
    }

    /** A packet for a handler was queued, in the arrive phase. */
    void eventQueued(final long cycle) {
        if (mode == Mode.IDLE) {
            dispatch(cycle);
        }
    }

    void spaceAvailable(final long cycle) {
        if (mode == Mode.BLOCKED) {
            mode = Mode.SENDING;
            sendStall += waited(ExecutionMonitor.Wait.SEND, blockedAt, cycle);
            core.scheduleCompute(cycle);
        }
    }

    /** Restores the packet registers of the handler under way after an inline handler used them. */
    void reloadPacket() {
        if (packetHandler) {
            ReceiveUnit.load(registers, packetInHand);
        }
    }

    /** Does the work of one cycle of the compute phase. */
    void run(final long cycle) {
        core.catchUp(cycle, cycle);
        if (mode == Mode.SENDING) {
            continueSend(cycle);
            return;
        }
        final Step s = steps[pc];
        final Unit unit = s.op.unit();
        final long ready = array.readyFor(s, unit == Unit.ARRAY);
        if (ready > cycle) {
            arrayStall += waited(ExecutionMonitor.Wait.ARRAY, cycle, ready);
            core.scheduleCompute(ready);
            return;
        }
        if (monitor != null && probes[pc] != null) {
            probe(cycle);
        }
        try {
            if (s.list != null) {
                s.select(registers);
            }
            ledger.executed[s.counter]++;
            if (Listening.hasBegun()) {
                observe(s, unit, cycle);
            } else {
                issue(s, unit, cycle);
            }
        } catch (final IndexOutOfBoundsException e) {
            core.lostAccess(cycle, place() + ": " + e.getMessage());
            if (Listening.hasBegun()) {
                tap.issued(pc, cycle, s.costs[0].cycles());
            }
            next(cycle, s.costs[0].cycles());
        }
    }

    /** Issues, and tells of it. The end of a handler is told when it ends, since the next one is dispatched there. */
    private void observe(final Step s, final Unit unit, final long cycle) {
        final int address = pc;
        final long before = busy;
        tap.issuing(address, cycle);
        issue(s, unit, cycle);
        if (!s.op.endsHandler()) {
            tap.issued(address, cycle, (int) (busy - before));
        }
    }

    private void issue(final Step s, final Unit unit, final long cycle) {
        switch (unit) {
            case SEND -> startSend(s, cycle);
            case ARRAY -> {
                array.execute(s, cycle);
                next(cycle, s.cycles);
            }
            case LANES, MULTIPLIER, GATHER, REDUCTION, RANDOM -> {
                vectors.execute(s);
                next(cycle, s.cycles);
            }
            default -> control(s, cycle);
        }
    }

    private void control(final Step s, final long cycle) {
        switch (s.op) {
            case END -> finish(cycle);
            case BAR -> {
                arrive(cycle);
                finish(cycle);
            }
            case STOP -> {
                arriving(cycle);
                barrier.arriveLast(member, cycle);
                finish(cycle);
            }
            case CLOSE -> {
                core.closeSample();
                next(cycle, s.cycles);
            }
            case JMP -> branch(s, s.a, cycle);
            case BEQ, BNE, BLT, BGE, LOOP, POPB -> branch(s, s.c, cycle);
            case BNONE -> branch(s, s.b, cycle);
            default -> {
                scalars.execute(s);
                next(cycle, s.cycles);
            }
        }
    }

    private void branch(final Step s, final Slot target, final long cycle) {
        if (scalars.branches(s)) {
            final int cycles = Math.max(s.cycles, spec.takenBranchCycles());
            busy += cycles;
            pc = target.value;
            core.scheduleCompute(cycle + cycles);
        } else {
            next(cycle, s.cycles);
        }
    }

    private void startSend(final Step s, final long cycle) {
        final int kind = s.a.value;
        if (s.op == Op.P_SEND) {
            send.startOne(kind, scalars.scalar(s.b), scalars.scalar(s.c));
        } else {
            send.startEach(kind, vectors.bits(s.b), s.op == Op.P_EACHV ? vectors.payloads(s) : null, s.length);
        }
        busy += s.cycles;
        mode = Mode.SENDING;
        core.scheduleCompute(cycle + s.cycles);
    }

    private void continueSend(final long cycle) {
        if (send.isDone()) {
            mode = Mode.RUNNING;
            pc++;
            run(cycle);
        } else {
            final int packets = send.sendWhileSpace(sample, epoch, cycle, spec.sendCycles());
            if (packets > 0) {
                ledger.pushed += packets;
                sent(packets, cycle, packets * spec.sendCycles());
            } else {
                mode = Mode.BLOCKED;
                blockedAt = cycle;
            }
        }
    }

    private void next(final long cycle, final int cycles) {
        busy += cycles;
        pc++;
        core.scheduleCompute(cycle + cycles);
    }

    private void sent(final int packets, final long cycle, final int cycles) {
        busy += cycles;
        if (Listening.hasBegun()) {
            tap.sent(pc, packets, cycle, cycles);
        }
        core.scheduleCompute(cycle + cycles);
    }

    /** @return the cycles waited */
    private long waited(final ExecutionMonitor.Wait cause, final long from, final long to) {
        if (Listening.hasBegun()) {
            tap.waited(cause, from, to);
        }
        return to - from;
    }

    private void arrive(final long cycle) {
        arriving(cycle);
        barrier.arrive(member, cycle);
    }

    private void arriving(final long cycle) {
        if (arrived) {
            throw new ModelViolationException(
                    cycle, core.path(), "arrives at the barrier twice, second time in " + place());
        }
        arrived = true;
        arrivedAt = cycle;
    }

    /** Ends a handler; the next event is dispatched in the following cycle. */
    private void finish(final long cycle) {
        busy++;
        if (Listening.hasBegun()) {
            tap.issued(pc, cycle, 1);
        }
        if (packetHandler) {
            packetHandler = false;
            barrier.handled(cycle);
        }
        mode = Mode.IDLE;
        if (pendingEvent != NO_EVENT || core.hasQueuedEvent()) {
            dispatch(cycle + 1);
        }
    }

    private void dispatch(final long cycle) {
        if (pendingEvent != NO_EVENT) {
            pc = eventEntry[pendingEvent];
            pendingEvent = NO_EVENT;
        } else {
            packetInHand = core.takeEvent(cycle);
            packetHandler = true;
            ReceiveUnit.load(registers, packetInHand);
            pc = kindEntry[Packet.kind(packetInHand)];
        }
        mode = Mode.RUNNING;
        ledger.dispatched++;
        busy += spec.dispatchCycles();
        if (Listening.hasBegun()) {
            tap.dispatched(pc, packetHandler ? packetInHand : ExecutionMonitor.NO_PACKET, cycle, spec.dispatchCycles());
        }
        core.scheduleCompute(cycle + spec.dispatchCycles());
    }

    private void probe(final long cycle) {
        for (final ProbePoint probe : probes[pc]) {
            monitor.probe(core, probe, core.region(probe.region()), cycle);
        }
    }

    @Override
    public void save(final StateWriter out) {
        if (mode != Mode.IDLE || pendingEvent != NO_EVENT) {
            throw new IllegalStateException(core.path() + " is running a handler; state is saved between samples");
        }
        out.putInt(sample).putInt(epoch).putInt(arrived ? 1 : 0).putLong(arrivedAt);
        out.putLong(busy).putLong(arrayStall).putLong(sendStall).putLong(barrierWait);
        send.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        sample = in.getInt();
        epoch = in.getInt();
        arrived = in.getInt() != 0;
        arrivedAt = in.getLong();
        busy = in.getLong();
        arrayStall = in.getLong();
        sendStall = in.getLong();
        barrierWait = in.getLong();
        send.restore(in);
    }
}
