package org.ranvier.router.barrier;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.fabric.BarrierMember;
import org.ranvier.core.fabric.BarrierNetwork;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;

/**
 * The members of a barrier in one part of the mesh, on that part's clock: who has not arrived, the packets sent and handled
 * there, and the releases. A packet is sent in one part and handled in another, so only the sum over all has a meaning.
 */
final class Branch implements BarrierNetwork, Component {
    private final BarrierTree tree;
    private final Scheduler scheduler;
    private final int id;

    /** Members in the order of their distance from the root, and those distances. */
    private final List<BarrierMember> releaseOrder = new ArrayList<>();

    private final List<Integer> releaseDistance = new ArrayList<>();
    private int missing;
    private long outstanding;

    /** Whether a member's arrival said that the tick is the sample's last; a bit of the token, which the tree ORs. */
    private boolean last;

    /** The last cycle in which a member arrived or a packet was or will be handled. */
    private long changed = -1;

    private long releases;
    private int event;
    private int nextRelease;

    Branch(final BarrierTree tree, final Scheduler scheduler) {
        this.tree = tree;
        this.scheduler = scheduler;
        id = scheduler.register(this);
    }

    @Override
    public int join(final int node, final BarrierMember member) {
        final int number = tree.join(node, scheduler.cycle());
        final int distance = tree.distance(node);
        int place = releaseOrder.size();
        while (place > 0 && releaseDistance.get(place - 1) > distance) {
            place--;
        }
        releaseOrder.add(place, member);
        releaseDistance.add(place, distance);
        return number;
    }

    @Override
    public void arrive(final int member, final long cycle) {
        tree.checkArrival(member, cycle);
        missing--;
        change(cycle);
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
        change(cycle);
    }

    private void change(final long cycle) {
        changed = Math.max(changed, cycle);
        if (missing == 0 && outstanding == 0) {
            tree.mayBeQuiet(changed);
        }
    }

    /** Whether a member said that the tick is the sample's last; forgets it. */
    boolean takeLast() {
        final boolean said = last;
        last = false;
        return said;
    }

    int missing() {
        return missing;
    }

    long outstanding() {
        return outstanding;
    }

    long changed() {
        return changed;
    }

    /** Asks for a visit in the commit phase, in which {@link BarrierTree} looks at the whole chip. */
    void visitAtCommit(final long cycle) {
        scheduler.schedule(cycle, Phase.COMMIT, id);
    }

    /** Asks for a visit in the cycle in which the root decides. */
    void visitAtDecision(final long cycle) {
        scheduler.schedule(cycle, Phase.ARRIVE, id);
    }

    @Override
    public void onEvent(final long cycle, final int phase) {
        if (phase == Phase.COMMIT) {
            tree.commit(cycle);
        } else if (!tree.decides(cycle)) {
            release(cycle);
        }
    }

    /** The root has decided in a cycle that begins or is running: everybody is to be released. */
    void releaseFrom(final long cycle, final int decided) {
        event = decided;
        missing = releaseOrder.size();
        nextRelease = 0;
        releases = cycle;
    }

    /** Releases everybody whom the token reaches in this cycle, and waits for the next distance. */
    void release(final long cycle) {
        while (nextRelease < releaseOrder.size()) {
            final long due = tree.releaseCycle(releases, releaseDistance.get(nextRelease));
            if (due > cycle) {
                scheduler.schedule(due, Phase.ARRIVE, id);
                return;
            }
            releaseOrder.get(nextRelease++).released(cycle, event);
        }
    }

    /** Forgets what was going on; of a chip that is restored between samples. */
    void reset() {
        missing = 0;
        outstanding = 0;
        changed = -1;
    }
}
