package org.ranvier.router.barrier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.fabric.BarrierControl;
import org.ranvier.core.fabric.BarrierNetwork;
import org.ranvier.core.fabric.BarrierSequencer;
import org.ranvier.core.parallel.Coordinator;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
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
 *
 * <p>Members join a {@link #branch}, one per part of the mesh. With one part the tree looks at the end of each cycle in which the
 * chip may have fallen quiet; with several it looks between windows, when the last change says which cycle that was.
 */
public final class BarrierTree implements BarrierControl, Coordinator, Stateful {
    private static final String NAME = "barrier";
    private static final long NEVER = Long.MAX_VALUE;

    private final MeshSpec mesh;
    private final BarrierSpec spec;
    private final BarrierSequencer sequencer;
    private final int root;
    private final LedgerRow tokens;
    private final Branch[] branches;

    /** Nodes of members, by number. */
    private final List<Integer> nodes = new ArrayList<>();

    /** Per member; written by its own part. */
    private boolean[] arrived = {};

    /** Per router: whether a token passes the link towards the root. */
    private final boolean[] inTree;

    private int edges;
    private int depth;
    private boolean halted = true;
    private long checkedCycle = -1;
    private long rootCycle = NEVER;

    /**
     * Builds a barrier without members, halted, with one branch.
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
        this(List.of(scheduler), mesh, spec, sequencer, ledger);
    }

    /**
     * Builds a barrier without members, halted.
     *
     * @param schedulers the clock of each branch
     * @param mesh the routers over which the tree is built
     * @param spec its timing
     * @param sequencer what the root asks for the next event
     * @param ledger where tokens are counted
     */
    public BarrierTree(
            final List<Scheduler> schedulers,
            final MeshSpec mesh,
            final BarrierSpec spec,
            final BarrierSequencer sequencer,
            final Ledger ledger) {
        this.mesh = mesh;
        this.spec = spec;
        this.sequencer = sequencer;
        root = (mesh.rows() - 1) / 2 * mesh.columns() + (mesh.columns() - 1) / 2;
        inTree = new boolean[mesh.routers()];
        tokens = ledger.open("barrier", EnergyPhase.COMMUNICATION, RouterEvents.BARRIER_TOKEN);
        branches = new Branch[schedulers.size()];
        Arrays.setAll(branches, part -> new Branch(this, schedulers.get(part)));
    }

    /** @return what the members in a part of the mesh see, parts from 0 */
    public BarrierNetwork branch(final int part) {
        return branches[part];
    }

    /** A member at a node joins one of the branches; the number by which it arrives. */
    int join(final int node, final long cycle) {
        if (!halted) {
            throw new ModelViolationException(cycle, NAME, "a member joins while the chip runs");
        }
        nodes.add(node);
        arrived = new boolean[nodes.size()];
        final int router = mesh.router(node);
        depth = Math.max(depth, mesh.distance(router, root));
        for (int at = router; at != root && !inTree[at]; at = towardsRoot(at)) {
            inTree[at] = true;
            edges++;
        }
        return nodes.size() - 1;
    }

    /** Notes an arrival. */
    void checkArrival(final int member, final long cycle) {
        if (halted || arrived[member]) {
            throw new ModelViolationException(
                    cycle, NAME, "member " + member + " arrives " + (halted ? "while halted" : "twice"));
        }
        arrived[member] = true;
    }

    @Override
    public int missing() {
        int members = 0;
        for (final Branch branch : branches) {
            members += branch.missing();
        }
        return members;
    }

    @Override
    public long outstanding() {
        long copies = 0;
        for (final Branch branch : branches) {
            copies += branch.outstanding();
        }
        return copies;
    }

    @Override
    public void start(final long cycle) {
        if (!halted) {
            throw new ModelViolationException(cycle, NAME, "started while it runs");
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
        return lookahead() + distance(nodes.get(member)) * spec.hopLatency();
    }

    /** @return one line for a report of a stuck chip: who has not arrived, and how many packets nobody has handled */
    public String status() {
        if (halted) {
            return "halted";
        }
        final StringBuilder text = new StringBuilder();
        text.append("waiting for ")
                .append(missing())
                .append(" of ")
                .append(nodes.size())
                .append(" members");
        String separator = " at nodes ";
        for (int member = 0; member < arrived.length; member++) {
            if (!arrived[member] && missing() > 0) {
                text.append(separator).append(nodes.get(member));
                separator = ", ";
            }
        }
        return text.append("; ")
                .append(outstanding())
                .append(" packets not handled")
                .toString();
    }

    /** The chip's only branch has nothing to wait for in a cycle, as far as it knows now: looks again at its end. */
    void mayBeQuiet(final long cycle) {
        if (branches.length == 1 && checkedCycle != cycle) {
            checkedCycle = cycle;
            branches[0].visitAtCommit(cycle);
        }
    }

    /** The end of a cycle in which the chip may have fallen quiet. */
    void commit(final long cycle) {
        if (isQuiet() && branches[0].changed() <= cycle) {
            fallQuiet(cycle);
        }
    }

    /** {@inheritDoc} From the cycle in which the chip falls quiet to the root's decision. */
    @Override
    public int lookahead() {
        return spec.rootLatency() + depth * spec.hopLatency();
    }

    @Override
    public long review() {
        if (isQuiet()) {
            long changed = -1;
            for (final Branch branch : branches) {
                changed = Math.max(changed, branch.changed());
            }
            fallQuiet(changed);
        }
        return rootCycle;
    }

    @Override
    public void act(final long cycle) {
        decide(cycle);
        for (final Branch branch : branches) {
            branch.release(cycle - 1);
        }
    }

    private boolean isQuiet() {
        return !halted && rootCycle == NEVER && missing() == 0 && outstanding() == 0;
    }

    private void fallQuiet(final long cycle) {
        tokens.counts()[0] += edges;
        decideAt(cycle + lookahead());
    }

    private void decideAt(final long cycle) {
        rootCycle = cycle;
        if (branches.length == 1) {
            branches[0].visitAtDecision(cycle);
        }
    }

    /** Decides if this is the cycle to do so. */
    boolean decides(final long cycle) {
        if (cycle != rootCycle) {
            return false;
        }
        decide(cycle);
        branches[0].release(cycle);
        return true;
    }

    private void decide(final long cycle) {
        rootCycle = NEVER;
        boolean last = false;
        for (final Branch branch : branches) {
            last |= branch.takeLast();
        }
        if (last) {
            sequencer.last();
        }
        final int event = sequencer.next(cycle);
        if (event == BarrierSequencer.HALT) {
            halted = true;
            return;
        }
        tokens.counts()[0] += edges;
        Arrays.fill(arrived, false);
        for (final Branch branch : branches) {
            branch.releaseFrom(cycle, event);
        }
    }

    /** The cycle in which a token that leaves the root in cycle {@code from} is so many hops away. */
    long releaseCycle(final long from, final int hops) {
        return from + (long) hops * spec.hopLatency();
    }

    private int towardsRoot(final int router) {
        final int columns = mesh.columns();
        final int dx = root % columns - router % columns;
        return router + (dx != 0 ? Integer.signum(dx) : columns * Integer.signum(root / columns - router / columns));
    }

    /** Hops from the root to a node. */
    int distance(final int node) {
        return mesh.distance(mesh.router(node), root);
    }

    @Override
    public void save(final StateWriter out) {
        if (!halted || outstanding() != 0) {
            throw new IllegalStateException("barrier: state can be saved only while halted with every packet handled");
        }
        out.section(NAME).putInt(nodes.size()).putLong(tokens.counts()[0]);
    }

    @Override
    public void restore(final StateReader in) {
        if (in.section(NAME).getInt() != nodes.size()) {
            throw new IllegalStateException("barrier: the saved state belongs to another number of members");
        }
        tokens.counts()[0] = in.getLong();
        halted = true;
        rootCycle = NEVER;
        checkedCycle = -1;
        for (final Branch branch : branches) {
            branch.reset();
        }
    }
}
