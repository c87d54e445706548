package org.ranvier.core.fault;

import java.util.List;
import org.ranvier.core.fabric.BarrierMember;
import org.ranvier.core.fabric.BarrierNetwork;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.packet.Packet;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * Stands between a core, or the host, and its router: loses, delays and corrupts packets on their last link, and cuts a dead core off.
 *
 * <p>A lost packet counts as handled in the cycle in which it would have arrived. A late one is refused until it is due, so the fabric
 * withholds its credit and everything behind it waits. For a dead core the router arrives at the barrier, loses what the core
 * sends and drops what comes for it; the core finishes what it has begun, which nobody hears.
 */
public final class FaultyNode implements Fabric, BarrierNetwork, Endpoint, BarrierMember, Stateful {
    private static final int KEY_BIT = 32;

    private final int node;
    private final String path;
    private final Fabric fabric;
    private final BarrierNetwork barrier;
    private final PacketKinds kinds;
    private final List<Trigger> triggers;
    private final FaultLog log;
    private Endpoint endpoint;
    private BarrierMember member;
    private int number;
    private boolean arrived = true;
    private boolean dead;

    /** Packets that have reached the node: the events of rates. */
    private long packets;

    /** The packet that the fabric keeps offering has met its fate, which is to be {@link #word}, not before {@link #due}. */
    private boolean decided;

    private boolean lost;
    private long word;
    private long due;

    /**
     * @param node the fabric node
     * @param place how faults name it: the node, or {@link FaultPlace#HOST}
     * @param fabric its fabric
     * @param barrier its barrier
     * @param kinds names of packet kinds
     * @param triggers the faults that may hit packets here
     * @param log hears of them
     */
    public FaultyNode(
            final int node,
            final int place,
            final Fabric fabric,
            final BarrierNetwork barrier,
            final PacketKinds kinds,
            final List<Trigger> triggers,
            final FaultLog log) {
        this.node = node;
        this.path = FaultPlace.nodeName(place);
        this.fabric = fabric;
        this.barrier = barrier;
        this.kinds = kinds;
        this.triggers = triggers.stream()
                .filter(trigger -> trigger.spec().place().covers(place))
                .toList();
        this.log = log;
    }

    /**
     * The core stops at the beginning of a cycle.
     *
     * @param spec the fault
     * @param cycle the cycle
     */
    public void die(final FaultSpec spec, final long cycle) {
        if (dead) {
            return;
        }
        dead = true;
        log.add(spec, cycle, () -> path, () -> "alive", () -> "dead");
        if (!arrived) {
            arrived = true;
            barrier.arrive(number, cycle);
        }
    }

    @Override
    public boolean offer(final long packet, final long cycle) {
        if (dead) {
            decided = false;
            barrier.handled(cycle);
            return true;
        }
        if (!decided) {
            decide(packet, cycle);
        }
        if (cycle < due) {
            fabric.resume(node, due - 1);
            return false;
        }
        if (lost) {
            barrier.handled(cycle);
            decided = false;
            return true;
        }
        decided = !endpoint.offer(word, cycle);
        return !decided;
    }

    private void decide(final long packet, final long cycle) {
        decided = true;
        lost = false;
        word = packet;
        due = cycle;
        final String kind = kinds.name(Packet.kind(packet));
        for (int i = 0; i < triggers.size() && !lost; i++) {
            final Trigger trigger = triggers.get(i);
            if (trigger.spec().place().covers(kind) && trigger.strikes(node, packets, cycle)) {
                hit(trigger, cycle);
            }
        }
        packets++;
    }

    private void hit(final Trigger trigger, final long cycle) {
        final long before = word;
        final FaultSpec spec = trigger.spec();
        switch (spec.kind()) {
            case DROP_PACKET -> lost = true;
            case LATE_FLIT -> due += spec.how();
            default -> word ^= 1L << bit(trigger);
        }
        log.add(spec, cycle, () -> path, () -> describe(before), () -> after(spec.kind()));
    }

    private String after(final FaultKind kind) {
        return switch (kind) {
            case DROP_PACKET -> "lost";
            case LATE_FLIT -> "in cycle " + due;
            default -> describe(word);
        };
    }

    private int bit(final Trigger trigger) {
        final int wanted = trigger.spec().how();
        // Another address than that of the decision whether the packet is struck.
        return wanted == FaultPlace.ANY ? (int) (trigger.uniform(node, -1 - packets) * (KEY_BIT + Short.SIZE)) : wanted;
    }

    private String describe(final long packet) {
        return kinds.name(Packet.kind(packet)) + " key " + Packet.key(packet) + " payload " + Packet.payload(packet);
    }

    @Override
    public void spaceAvailable(final long cycle) {
        endpoint.spaceAvailable(cycle);
    }

    @Override
    public void released(final long cycle, final int event) {
        if (dead) {
            barrier.arrive(number, cycle);
        } else {
            arrived = false;
            member.released(cycle, event);
        }
    }

    @Override
    public int join(final int place, final BarrierMember joining) {
        member = joining;
        number = barrier.join(place, this);
        return number;
    }

    @Override
    public void arrive(final int who, final long cycle) {
        if (!dead) {
            arrived = true;
            barrier.arrive(who, cycle);
        }
    }

    @Override
    public void arriveLast(final int who, final long cycle) {
        if (!dead) {
            arrived = true;
            barrier.arriveLast(who, cycle);
        }
    }

    @Override
    public void sent(final int copies) {
        barrier.sent(copies);
    }

    @Override
    public void handled(final long cycle) {
        barrier.handled(cycle);
    }

    @Override
    public void attach(final int place, final Endpoint attaching) {
        endpoint = attaching;
        fabric.attach(place, this);
    }

    @Override
    public void send(final int source, final int route, final long packet, final long cycle) {
        if (dead) {
            for (int copy = 0; copy < fabric.leaves(route); copy++) {
                barrier.handled(cycle);
            }
        } else {
            fabric.send(source, route, packet, cycle);
        }
    }

    @Override
    public int nodes() {
        return fabric.nodes();
    }

    @Override
    public int hostPorts() {
        return fabric.hostPorts();
    }

    @Override
    public int route(final int source, final int... destinations) {
        return fabric.route(source, destinations);
    }

    @Override
    public int leaves(final int route) {
        return fabric.leaves(route);
    }

    @Override
    public int[] destinations(final int route) {
        return fabric.destinations(route);
    }

    @Override
    public int space(final int source) {
        return fabric.space(source);
    }

    @Override
    public void resume(final int receiver, final long cycle) {
        fabric.resume(receiver, cycle);
    }

    @Override
    public long inFlight() {
        return fabric.inFlight();
    }

    @Override
    public void addMonitor(final FabricMonitor monitor) {
        fabric.addMonitor(monitor);
    }

    @Override
    public void removeMonitor(final FabricMonitor monitor) {
        fabric.removeMonitor(monitor);
    }

    @Override
    public void save(final StateWriter out) {
        if (decided) {
            throw new IllegalStateException(path + " keeps a packet waiting; state is saved between samples");
        }
        out.putLong(packets).putInt(dead ? 1 : 0);
    }

    @Override
    public void restore(final StateReader in) {
        packets = in.getLong();
        dead = in.getInt() != 0;
        arrived = true;
        decided = false;
    }
}
