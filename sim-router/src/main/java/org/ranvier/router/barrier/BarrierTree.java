package org.ranvier.router.barrier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.fabric.BarrierMember;
import org.ranvier.core.fabric.BarrierNetwork;
import org.ranvier.core.fabric.BarrierSequencer;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterEvents;

/**
 * A spanning tree over the routers with every path to the root padded to the same depth D.
 *
 * <p>"Arrived" and the count of packets that nobody has handled yet are reduced up the tree. Equal depth makes the root see all
 * of the chip as it was in one cycle, D hops ago; so a packet cannot hide between two routers that report at different
 * times. If that cycle was quiet the chip still is, since only a release makes it busy again. A member d hops from the root
 * is released {@code rootLatency + (D + d) * hopLatency} cycles after the cycle in which the chip fell quiet. The root is the
 * router nearest the centre, paths run along x first. State may be saved between samples, while halted.
 */
public final class BarrierTree implements BarrierNetwork, Component, Stateful {
    private static final long NEVER = Long.MAX_VALUE;

    private final Scheduler scheduler;
    private final MeshSpec mesh;
    private final BarrierSpec spec;
    private final BarrierSequencer sequencer;
    private final int id;
    private final int root;
    private final LedgerRow tokens;
    private final List<BarrierMember> members = new ArrayList<>();
    private final List<Integer> nodes = new ArrayList<>();

    /** Per router: whether a token passes the link towards the root. */
    private final boolean[] inTree;

    private int edges;
    private int depth;

    /** Members in the order of their distance from the root, and those distances; rebuilt when a member joins. */
    private BarrierMember[] releaseOrder = {};

    private int[] releaseDistance = {};
    private boolean[] arrived = {};
    private int missing;
    private long outstanding;

    /** Whether a member's arrival said that the tick is the sample's last; a bit of the token, which the tree ORs. */
    private boolean last;

    private boolean halted = true;
    private long checkedCycle = -1;
    private long rootCycle = NEVER;
    private int event;
    private int nextRelease;
    private long releases;

    /**
     * Builds a barrier without members, halted.
     *
     * @param scheduler the clock
     * @param mesh the routers over which the tree is built
     * @param spec its timing
     * @param sequencer what the root asks for the next event
     * @param ledger where tokens are counted
     */
    public BarrierTree(
            final Scheduler scheduler,
            final MeshSpec mesh,
            final BarrierSpec spec,
            final BarrierSequencer sequencer,
            final Ledger ledger) {
        this.scheduler = scheduler;
        this.mesh = mesh;
        this.spec = spec;
        this.sequencer = sequencer;
        root = (mesh.rows() - 1) / 2 * mesh.columns() + (mesh.columns() - 1) / 2;
        inTree = new boolean[mesh.routers()];
        tokens = ledger.open("barrier", EnergyPhase.COMMUNICATION, RouterEvents.BARRIER_TOKEN);
        id = scheduler.register(this);
    }

    @Override
    public int join(final int node, final BarrierMember member) {
        if (!halted) {
            throw new ModelViolationException(scheduler.cycle(), "barrier", "a member joins while the chip runs");
        }
        members.add(member);
        nodes.add(node);
        final int router = mesh.router(node);
        depth = Math.max(depth, mesh.distance(router, root));
        for (int at = router; at != root && !inTree[at]; at = towardsRoot(at)) {
            inTree[at] = true;
            edges++;
        }
        orderReleases();
        return members.size() - 1;
    }

    @Override
    public void arrive(final int member, final long cycle) {
        if (halted || arrived[member]) {
            throw new ModelViolationException(
                    cycle, "barrier", "member " + member + " arrives " + (halted ? "while halted" : "twice"));
        }
        arrived[member] = true;
        missing--;
        checkLater(cycle);
    }

    @Override
    public void arriveLast(final int member, final long cycle) {
        last = true;
        arrive(member, cycle);
    }

    @Override
    public void sent(final int copies) {
        outstanding += copies;
    }

    @Override
    public void handled(final long cycle) {
        outstanding--;
        assert outstanding >= 0 : "more packets handled than sent";
        checkLater(cycle);
    }

    @Override
    public int missing() {
        return missing;
    }

    @Override
    public long outstanding() {
        return outstanding;
    }

    @Override
    public void start(final long cycle) {
        if (!halted) {
            throw new ModelViolationException(cycle, "barrier", "started while it runs");
        }
        halted = false;
        decideAt(cycle + spec.rootLatency());
    }

    @Override
    public boolean halted() {
        return halted;
    }

    /** @return hops from the root to the farthest member, to which all paths are padded */
    public int depth() {
        return depth;
    }

    /** @return links of the tree; each carries one token up and one down per barrier */
    public int edges() {
        return edges;
    }

    /**
     * Gives the cost of a barrier.
     *
     * @param member a member
     * @return cycles from the one in which the chip falls quiet to the member's release
     */
    public int cost(final int member) {
        return spec.rootLatency() + (depth + mesh.distance(mesh.router(nodes.get(member)), root)) * spec.hopLatency();
    }

    /** @return one line for a report of a stuck chip: who has not arrived, and how many packets nobody has handled */
    public String status() {
        if (halted) {
            return "halted";
        }
        final StringBuilder text = new StringBuilder();
        text.append("waiting for ")
                .append(missing)
                .append(" of ")
                .append(members.size())
                .append(" members");
        String separator = " at nodes ";
        for (int member = 0; member < arrived.length; member++) {
            if (!arrived[member] && missing > 0) {
                text.append(separator).append(nodes.get(member));
                separator = ", ";
            }
        }
        return text.append("; ")
                .append(outstanding)
                .append(" packets not handled")
                .toString();
    }

    @Override
    public void onEvent(final long cycle, final int phase) {
        if (phase == Phase.COMMIT) {
            if (missing == 0 && outstanding == 0 && rootCycle == NEVER) {
                tokens.counts()[0] += edges;
                decideAt(cycle + spec.rootLatency() + (long) depth * spec.hopLatency());
            }
            return;
        }
        if (cycle == rootCycle) {
            decide(cycle);
        } else {
            release(cycle);
        }
    }

    private void checkLater(final long cycle) {
        if (missing == 0 && outstanding == 0 && checkedCycle != cycle) {
            checkedCycle = cycle;
            scheduler.schedule(cycle, Phase.COMMIT, id);
        }
    }

    private void decideAt(final long cycle) {
        rootCycle = cycle;
        scheduler.schedule(cycle, Phase.ARRIVE, id);
    }

    private void decide(final long cycle) {
        rootCycle = NEVER;
        if (last) {
            last = false;
            sequencer.last();
        }
        event = sequencer.next(cycle);
        if (event == BarrierSequencer.HALT) {
            halted = true;
            return;
        }
        tokens.counts()[0] += edges;
        missing = members.size();
        Arrays.fill(arrived, false);
        nextRelease = 0;
        releases = cycle;
        release(cycle);
    }

    /** Releases everybody whom the token reaches in this cycle, and waits for the next distance. */
    private void release(final long cycle) {
        while (nextRelease < releaseOrder.length) {
            final long due = releases + (long) releaseDistance[nextRelease] * spec.hopLatency();
            if (due > cycle) {
                scheduler.schedule(due, Phase.ARRIVE, id);
                return;
            }
            releaseOrder[nextRelease++].released(cycle, event);
        }
    }

    private int towardsRoot(final int router) {
        final int columns = mesh.columns();
        final int dx = root % columns - router % columns;
        return router + (dx != 0 ? Integer.signum(dx) : columns * Integer.signum(root / columns - router / columns));
    }

    private void orderReleases() {
        final List<Integer> order = new ArrayList<>();
        for (int member = 0; member < members.size(); member++) {
            order.add(member);
        }
        order.sort(Comparator.comparingInt(this::distance));
        releaseOrder = order.stream().map(members::get).toArray(BarrierMember[]::new);
        releaseDistance = order.stream().mapToInt(this::distance).toArray();
        arrived = new boolean[members.size()];
    }

    private int distance(final int member) {
        return mesh.distance(mesh.router(nodes.get(member)), root);
    }

    @Override
    public void save(final StateWriter out) {
        if (!halted || outstanding != 0) {
            throw new ModelViolationException(
                    scheduler.cycle(), "barrier", "state can be saved only while halted with every packet handled");
        }
        out.section("barrier").putInt(members.size()).putLong(tokens.counts()[0]);
    }

    @Override
    public void restore(final StateReader in) {
        if (in.section("barrier").getInt() != members.size()) {
            throw new ModelViolationException(
                    scheduler.cycle(), "barrier", "the saved state belongs to another number of members");
        }
        tokens.counts()[0] = in.getLong();
        halted = true;
        missing = 0;
        outstanding = 0;
        rootCycle = NEVER;
        checkedCycle = -1;
    }
}
