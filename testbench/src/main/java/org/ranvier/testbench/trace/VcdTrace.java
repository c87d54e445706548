package org.ranvier.testbench.trace;

import java.util.Arrays;
import org.ranvier.router.MeshSpec;

/**
 * Waveforms, as IEEE Std 1364-2005 section 18.2 defines the value change dump: a scope per core, host port and router.
 *
 * <p>What a core does is there as a number and as eight characters in ASCII, for which viewers have a format. A signal that a record begins ends
 * with the record's cycles, unless another record goes on from there.
 */
final class VcdTrace implements TraceSink {
    /** What a core does, by the kind of the record; 0 is idle. */
    private static final String[] STATES = {"idle", "dispatch", "running", "sending", "stalled", "blocked"};

    private static final int STATE_BITS = 3;
    private static final int TEXT_BITS = 64;
    private static final int ADDRESS_BITS = 16;
    /** Queues of a network without a chip have no bound. */
    private static final int COUNT_BITS = 32;

    private static final int PORT_BITS = 3;
    private static final int NONE = -1;

    private final TraceFile file;
    private final TracedChip chip;
    private final VcdTime time;
    private final VcdSignals signals;
    private final Agenda ends = new Agenda();

    /** Per signal that ends by itself: when. */
    private long[] endOf;

    private boolean[] isState;

    /** Per node: the first of a core's signals, the order of which is that of {@link Core}. */
    private final int[] cores;

    /** Per node: packets in the injection queue, a flit on the way to the router. */
    private final int[] outQueues;

    private final int[] injecting;

    /** Per router and port: flits in the buffers of the input, a flit on the link of the output. */
    private final int[] buffers;

    private final int[] links;
    private final long[] texts = new long[STATES.length];
    private long now;

    /** The signals of a core. */
    private enum Core {
        STATE,
        TEXT,
        PC,
        BARRIER,
        ARRAY,
        RECEIVE,
        IN_QUEUE,
        EVENT_QUEUE
    }

    VcdTrace(final TraceFile file, final TracedChip chip) {
        this.file = file;
        this.chip = chip;
        time = new VcdTime(chip.clockHz());
        signals = new VcdSignals(file);
        Arrays.setAll(texts, state -> ascii(STATES[state]));
        cores = none(chip.mesh().nodes());
        outQueues = none(chip.mesh().nodes());
        injecting = none(chip.mesh().nodes());
        buffers = none(chip.mesh().routers() << PORT_BITS);
        links = none(chip.mesh().routers() << PORT_BITS);
        header();
        now = chip.window().from();
    }

    private static int[] none(final int size) {
        final int[] numbers = new int[size];
        Arrays.fill(numbers, NONE);
        return numbers;
    }

    private static long ascii(final String text) {
        long word = 0;
        for (int i = 0; i < text.length(); i++) {
            word = word << Byte.SIZE | text.charAt(i);
        }
        return word;
    }

    private void header() {
        file.text("$version Ranvier $end\n");
        file.text(
                "$comment state: 0 idle, 1 dispatch, 2 running, 3 sending, 4 stalled by the array, 5 blocked by a full"
                        + " queue; activity: the same in ASCII; pc: address of the instruction, x when there is none $end\n");
        file.text("$timescale " + time.scale() + " $end\n$scope module chip $end\n");
        for (int node = 0; node < cores.length; node++) {
            if (chip.showsEndpoint(node) && (chip.core(node) != null || chip.exact())) {
                declareNode(node);
            }
        }
        for (int router = 0; chip.exact() && router < chip.mesh().routers(); router++) {
            if (chip.showsRouter(router)) {
                declareRouter(router);
            }
        }
        file.text("$upscope $end\n$enddefinitions $end\n");
        endOf = new long[signals.count()];
        isState = new boolean[signals.count()];
        for (final int first : cores) {
            if (first != NONE) {
                isState[first] = true;
            }
        }
    }

    private void declareNode(final int node) {
        scope(chip.nodeName(node).replaceAll("\\[([0-9]+)]", "_$1"));
        if (chip.core(node) != null) {
            cores[node] = signals.declare("state", STATE_BITS, 0);
            signals.declare("activity", TEXT_BITS, texts[0]);
            signals.declare("pc", ADDRESS_BITS, VcdSignals.UNKNOWN);
            signals.declare("barrier", 1, 0);
            signals.declare("array_busy", 1, 0);
            signals.declare("receive_busy", 1, 0);
            signals.declare("in_queue", COUNT_BITS, 0);
            signals.declare("event_queue", COUNT_BITS, 0);
        }
        if (chip.exact()) {
            outQueues[node] = signals.declare("out_queue", COUNT_BITS, 0);
            injecting[node] = signals.declare("inject", 1, 0);
        }
        file.text("$upscope $end\n");
    }

    private void declareRouter(final int router) {
        final MeshSpec mesh = chip.mesh();
        scope("router_" + router);
        for (int port = 0; port < mesh.ports(); port++) {
            if (PortNames.exists(mesh, router, port)) {
                final String name = PortNames.of(mesh, router, port);
                links[router << PORT_BITS | port] = signals.declare("link_" + name, 1, 0);
                buffers[router << PORT_BITS | port] = signals.declare("buffer_" + name, COUNT_BITS, 0);
            }
        }
        file.text("$upscope $end\n");
    }

    private void scope(final String name) {
        file.text("$scope module " + name + " $end\n");
    }

    @Override
    public void take(final long cycle, final long head, final long a, final long b) {
        if (cycle > now) {
            advance(cycle);
        }
        final int unit = TraceRecord.unit(head);
        final int info = TraceRecord.info(head);
        final int kind = TraceRecord.kind(head);
        switch (kind) {
            case TraceRecord.DISPATCH -> {
                act(unit, kind, info, b);
                count(unit, Core.EVENT_QUEUE, a < 0 ? 0 : -1);
            }
            case TraceRecord.EXECUTE, TraceRecord.SEND -> act(unit, kind, info, b);
            case TraceRecord.ARRAY_STALL, TraceRecord.SEND_STALL -> act(unit, kind, NONE, b);
            case TraceRecord.BARRIER -> raise(signal(unit, Core.BARRIER), b);
            case TraceRecord.ARRAY -> raise(signal(unit, Core.ARRAY), b);
            case TraceRecord.RECEIVE -> count(unit, Core.IN_QUEUE, 1);
            case TraceRecord.SERVE, TraceRecord.DROP -> serve(unit, a, b);
            case TraceRecord.MOVE -> {
                serve(unit, a, b);
                count(unit, Core.EVENT_QUEUE, 1);
            }
            case TraceRecord.IN_QUEUE -> count(unit, Core.IN_QUEUE, info);
            case TraceRecord.EVENT_QUEUE -> count(unit, Core.EVENT_QUEUE, info);
            default -> takeFabric(kind, unit, info);
        }
    }

    private void takeFabric(final int kind, final int unit, final int info) {
        switch (kind) {
            case TraceRecord.PACKET -> count(outQueues[unit], 1);
            case TraceRecord.OUT_QUEUE -> count(outQueues[unit], info);
            case TraceRecord.INJECT -> {
                count(outQueues[unit], -info);
                raise(injecting[unit], 1);
            }
            case TraceRecord.LINK -> raise(links[unit], 1);
            case TraceRecord.BUFFER -> count(buffers[unit], info);
            default -> {
                // Deliveries are changes of queues that have been told, and power has no signal.
            }
        }
    }

    private int signal(final int node, final Core signal) {
        return cores[node] + signal.ordinal();
    }

    private void act(final int node, final int state, final int address, final long cycles) {
        if (cycles > 0) {
            raise(signal(node, Core.STATE), cycles);
            show(signal(node, Core.STATE), state, address);
        }
    }

    private void show(final int first, final int state, final int address) {
        signals.set(first, state);
        signals.set(first + Core.TEXT.ordinal(), texts[state]);
        // A core that waits stands where it is.
        if (state == 0 || address != NONE) {
            signals.set(first + Core.PC.ordinal(), address == NONE ? VcdSignals.UNKNOWN : address);
        }
    }

    private void serve(final int node, final long packet, final long cycles) {
        count(node, Core.IN_QUEUE, packet < 0 ? 0 : -1);
        raise(signal(node, Core.RECEIVE), cycles);
    }

    private void count(final int node, final Core signal, final int change) {
        count(signal(node, signal), change);
    }

    private void count(final int signal, final int change) {
        if (signal != NONE) {
            signals.set(signal, signals.value(signal) + change);
        }
    }

    private void raise(final int signal, final long cycles) {
        if (cycles > 0) {
            signals.set(signal, 1);
            endOf[signal] = now + cycles;
            ends.add(now + cycles, signal);
        }
    }

    /** Writes the changes of the present cycle, and those of the cycles up to another one that end something. */
    private void advance(final long cycle) {
        signals.write(time.of(now));
        while (ends.next() <= cycle) {
            now = ends.next();
            while (ends.next() == now) {
                end(ends.remove());
            }
            if (now < cycle) {
                signals.write(time.of(now));
            }
        }
        now = cycle;
    }

    private void end(final int signal) {
        if (endOf[signal] != now) {
            return;
        }
        signals.set(signal, 0);
        if (isState[signal]) {
            show(signal, 0, NONE);
        }
    }

    @Override
    public void finish() {
        while (ends.next() != Long.MAX_VALUE) {
            advance(ends.next());
        }
        signals.write(time.of(now));
        file.finish();
    }
}
