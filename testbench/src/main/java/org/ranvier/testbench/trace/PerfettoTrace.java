package org.ranvier.testbench.trace;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.agrona.collections.Int2ObjectHashMap;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.isa.Op;
import org.ranvier.core.packet.Packet;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.PacketNumber;

/**
 * A timeline for the Perfetto viewer: a group of tracks per core, host port and router, slices for what takes time, counters for what is in
 * queues and for power, and an arrow from each packet that is sent to each that arrives.
 */
final class PerfettoTrace implements TraceSink {
    private static final int PORT_BITS = 3;

    private final PerfettoFile file;
    private final TracedChip chip;
    private final Fabric fabric;
    private final PerfettoTime time;
    private final PerfettoNames names = new PerfettoNames();
    private final PacketsInFlight flights = new PacketsInFlight();
    private final Int2ObjectHashMap<int[]> destinations = new Int2ObjectHashMap<>();

    /** Per node. */
    private final PerfettoCore[] cores;

    private final PerfettoTrack[] sent;
    private final PerfettoTrack[] arrived;
    private final PerfettoTrack[] outQueues;

    /** Per router and port. */
    private final PerfettoTrack[] links;

    private final PerfettoTrack[] buffers;
    private final List<PerfettoTrack> power;

    /** Names of packet kinds, and of a packet of which the kind is not known. */
    private final int[] kinds;

    private final int unknown;
    private final int dispatch;
    private final int arrayStall;
    private final int sendStall;
    private final int barrier;
    private final int queue;
    private final int drop;
    private final int cyclesArgument;
    private final int packetsArgument;
    private final int addressArgument;
    private final int keyArgument;
    private final int payloadArgument;

    /** Counters that have changed in the present cycle: in-queues, event queues, out-queues, then buffers. */
    private final Counters counters = new Counters();

    private final PerfettoTrack[] counterTracks;
    private final Counters.Listener tellCount = this::tellCount;
    private long now;

    PerfettoTrace(final TraceFile target, final TracedChip chip) {
        file = new PerfettoFile(target);
        this.chip = chip;
        fabric = chip.fabric();
        time = new PerfettoTime(chip.clockHz());
        dispatch = names.event("dispatch");
        arrayStall = names.event("array stall");
        sendStall = names.event("send stall");
        barrier = names.event("barrier");
        queue = names.event("queue");
        drop = names.event("drop");
        unknown = names.event("packet");
        final String[] kindNames = chip.kindNames();
        kinds = new int[kindNames.length];
        Arrays.setAll(kinds, kind -> names.event(kindNames[kind]));
        cyclesArgument = names.argument("cycles");
        packetsArgument = names.argument("packets");
        addressArgument = names.argument("address");
        keyArgument = names.argument("key");
        payloadArgument = names.argument("payload");
        final int nodes = chip.mesh().nodes();
        final int ports = chip.mesh().routers() << PORT_BITS;
        cores = new PerfettoCore[nodes];
        sent = new PerfettoTrack[nodes];
        arrived = new PerfettoTrack[nodes];
        outQueues = new PerfettoTrack[nodes];
        links = new PerfettoTrack[ports];
        buffers = new PerfettoTrack[ports];
        counterTracks = new PerfettoTrack[3 * nodes + ports];
        for (final Op op : Op.values()) {
            names.event(op.mnemonic());
        }
        PerfettoCore.addArguments(names);
        file.begin(names.data());
        power = declare();
    }

    private List<PerfettoTrack> declare() {
        final PerfettoTracks tracks = new PerfettoTracks(file);
        tracks.group("chip");
        final List<PerfettoTrack> watts = PowerMeter.parts(chip).stream()
                .map(part -> tracks.counter("power " + part, "W"))
                .toList();
        for (int node = 0; node < cores.length; node++) {
            if (chip.showsEndpoint(node)) {
                declareNode(node, tracks);
            }
        }
        for (int router = 0; chip.exact() && router < chip.mesh().routers(); router++) {
            if (chip.showsRouter(router)) {
                declareRouter(router, tracks);
            }
        }
        return watts;
    }

    private void declareNode(final int node, final PerfettoTracks tracks) {
        final Core core = chip.core(node);
        tracks.group(core == null ? chip.nodeName(node) : core.path() + " " + programName(core));
        if (core != null) {
            cores[node] = new PerfettoCore(core, tracks, names);
            counterTracks[node] = cores[node].inQueue;
            counterTracks[cores.length + node] = cores[node].eventQueue;
        }
        sent[node] = tracks.slices("packets sent");
        arrived[node] = tracks.slices("packets received");
        if (chip.exact()) {
            outQueues[node] = tracks.counter("out-queue", "packets");
            counterTracks[2 * cores.length + node] = outQueues[node];
        }
    }

    /** Of a source file not the whole path: the same run has the same bytes wherever its files are. */
    private static String programName(final Core core) {
        final String name = core.program().name();
        return name.endsWith(".asm") ? Path.of(name).getFileName().toString() : name;
    }

    private void declareRouter(final int router, final PerfettoTracks tracks) {
        final MeshSpec mesh = chip.mesh();
        tracks.group("router[" + router + "]");
        for (int port = 0; port < mesh.ports(); port++) {
            if (PortNames.exists(mesh, router, port)) {
                final int place = router << PORT_BITS | port;
                final String name = PortNames.of(mesh, router, port);
                links[place] = tracks.slices("link " + name);
                buffers[place] = tracks.counter("buffer " + name, "flits");
                counterTracks[3 * cores.length + place] = buffers[place];
            }
        }
    }

    @Override
    public void take(final long cycle, final long head, final long a, final long b) {
        if (cycle > now) {
            counters.tell(tellCount);
            now = cycle;
        }
        final int kind = TraceRecord.kind(head);
        final int unit = TraceRecord.unit(head);
        final int info = TraceRecord.info(head);
        switch (kind) {
            case TraceRecord.DISPATCH -> dispatch(unit, info, a, b);
            case TraceRecord.EXECUTE -> slice(cores[unit].sequencer, cores[unit].instruction(info), b);
            case TraceRecord.SEND -> {
                file.argument(packetsArgument, a);
                slice(cores[unit].sequencer, cores[unit].instruction(info), b);
            }
            case TraceRecord.ARRAY_STALL -> slice(cores[unit].sequencer, arrayStall, b);
            case TraceRecord.SEND_STALL -> slice(cores[unit].sequencer, sendStall, b);
            case TraceRecord.BARRIER -> slice(cores[unit].barrier, barrier, b);
            case TraceRecord.ARRAY -> array(cores[unit], info, b);
            case TraceRecord.RECEIVE -> counters.add(unit, 1);
            case TraceRecord.SERVE -> receive(unit, kinds[info], a, b);
            case TraceRecord.MOVE -> {
                receive(unit, queue, a, b);
                counters.add(cores.length + unit, 1);
            }
            case TraceRecord.DROP -> receive(unit, drop, a, b);
            case TraceRecord.IN_QUEUE -> counters.add(unit, info);
            case TraceRecord.EVENT_QUEUE -> counters.add(cores.length + unit, info);
            case TraceRecord.POWER -> file.level(time.of(cycle), power.get(unit).count(), Double.longBitsToDouble(a));
            default -> takeFabric(kind, unit, info, a, b);
        }
    }

    private void takeFabric(final int kind, final int unit, final int info, final long id, final long packet) {
        switch (kind) {
            case TraceRecord.PACKET -> send(unit, info, id, packet);
            case TraceRecord.INJECT -> counters.add(2 * cores.length + unit, -info);
            case TraceRecord.OUT_QUEUE -> counters.add(2 * cores.length + unit, info);
            case TraceRecord.BUFFER -> counters.add(3 * cores.length + unit, info);
            case TraceRecord.LINK -> slice(links[unit], name(flights.get(id)), 1);
            case TraceRecord.DELIVER -> deliver(unit, id);
            default -> throw new IllegalStateException("record of kind " + kind);
        }
    }

    private void dispatch(final int node, final int address, final long packet, final long cycles) {
        file.argument(addressArgument, address);
        if (packet >= 0) {
            packetArguments(packet);
            counters.add(cores.length + node, -1);
        }
        slice(cores[node].sequencer, dispatch, cycles);
    }

    private void array(final PerfettoCore core, final int info, final long cycles) {
        if (info < 0) {
            slice(core.array, kinds[~info], cycles);
        } else {
            slice(core.array, core.arrayOp(info), cycles);
        }
    }

    private void receive(final int node, final int name, final long packet, final long cycles) {
        if (packet >= 0) {
            packetArguments(packet);
            counters.add(node, -1);
        }
        slice(cores[node].receive, name, cycles);
    }

    private void send(final int source, final int route, final long id, final long packet) {
        final int[] to = destinations.computeIfAbsent(route, fabric::destinations);
        final PacketsInFlight.Flight flight = flights.add(id, packet, to);
        if (sent[source] == null) {
            return;
        }
        counters.add(2 * cores.length + source, 1);
        packetArguments(packet);
        file.flowsFrom(flight.firstFlow, to.length);
        slice(sent[source], name(flight), 1);
    }

    private void deliver(final int node, final long id) {
        final PacketsInFlight.Flight flight = flights.get(id);
        if (arrived[node] != null) {
            if (flight != null) {
                packetArguments(flight.packet);
                if (sent[PacketNumber.source(id)] != null) {
                    file.flowTo(flight.flowTo(node));
                }
            }
            slice(arrived[node], name(flight), 1);
        }
        if (flight != null) {
            flights.delivered(id, flight);
        }
    }

    private int name(final PacketsInFlight.Flight flight) {
        return flight == null ? unknown : kinds[Packet.kind(flight.packet)];
    }

    private void packetArguments(final long packet) {
        file.argument(keyArgument, Packet.key(packet));
        file.argument(payloadArgument, Packet.payload(packet));
    }

    private void slice(final PerfettoTrack track, final int name, final long cycles) {
        slice(track, track.begin(name), cycles);
    }

    /** Writes a slice from now on, unless it has no length. */
    private void slice(final PerfettoTrack track, final byte[] begin, final long cycles) {
        if (cycles > 0) {
            file.argument(cyclesArgument, cycles);
            file.event(time.of(now), begin);
            file.event(time.of(now + cycles), track.end());
        } else {
            file.forget();
        }
    }

    private void tellCount(final int counter, final long value) {
        if (counterTracks[counter] != null) {
            file.count(time.of(now), counterTracks[counter].count(), value);
        }
    }

    @Override
    public void finish() {
        counters.tell(tellCount);
        file.finish();
    }
}
