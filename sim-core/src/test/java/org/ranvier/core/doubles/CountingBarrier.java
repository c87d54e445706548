package org.ranvier.core.doubles;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.fabric.BarrierControl;
import org.ranvier.core.fabric.BarrierMember;
import org.ranvier.core.fabric.BarrierNetwork;
import org.ranvier.core.fabric.BarrierSequencer;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;

/**
 * Counts arrivals and packets; when nothing is missing at the end of cycle c, member i is released in cycle c + latency +
 * i * skew.
 */
public final class CountingBarrier implements BarrierNetwork, BarrierControl, Component {
    private static final long NEVER = -1;

    private final Scheduler scheduler;
    private final int id;
    private final BarrierSequencer sequencer;
    private final int latency;
    private final int skew;
    private final List<BarrierMember> members = new ArrayList<>();
    private int missing;
    private long outstanding;
    private long changed = -1;
    private boolean halted = true;
    private long releaseAt = NEVER;
    private int event;
    private int released;
    private int releases;

    public CountingBarrier(
            final Scheduler scheduler, final BarrierSequencer sequencer, final int latency, final int skew) {
        this.scheduler = scheduler;
        this.sequencer = sequencer;
        this.latency = latency;
        this.skew = skew;
        id = scheduler.register(this);
    }

    /** @return releases so far, halts excluded */
    public int releases() {
        return releases;
    }

    @Override
    public int join(final int node, final BarrierMember member) {
        members.add(member);
        return members.size() - 1;
    }

    @Override
    public void arrive(final int member, final long cycle) {
        missing--;
        check(cycle);
    }

    @Override
    public void arriveLast(final int member, final long cycle) {
        sequencer.last();
        arrive(member, cycle);
    }

    @Override
    public void sent(final int copies) {
        outstanding += copies;
    }

    @Override
    public void handled(final long cycle) {
        outstanding--;
        check(cycle);
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
        halted = false;
        changed = -1;
        releaseAt = cycle + latency;
        scheduler.schedule(releaseAt, Phase.ARRIVE, id);
    }

    @Override
    public boolean halted() {
        return halted;
    }

    @Override
    public void onEvent(final long cycle, final int phase) {
        if (phase == Phase.COMMIT) {
            if (releaseAt == NEVER && missing == 0 && outstanding == 0 && changed <= cycle) {
                releaseAt = cycle + latency;
                scheduler.schedule(releaseAt, Phase.ARRIVE, id);
            }
        } else {
            release(cycle);
        }
    }

    private void release(final long cycle) {
        if (cycle == releaseAt) {
            event = sequencer.next(cycle);
            if (event == BarrierSequencer.HALT) {
                halted = true;
                releaseAt = NEVER;
                return;
            }
            missing = members.size();
            released = 0;
            releases++;
        }
        while (released < members.size() && cycle == releaseAt + (long) released * skew) {
            if (released == members.size() - 1) {
                releaseAt = NEVER;
            }
            members.get(released++).released(cycle, event);
        }
        if (releaseAt != NEVER) {
            scheduler.schedule(releaseAt + (long) released * skew, Phase.ARRIVE, id);
        }
    }

    private void check(final long cycle) {
        changed = Math.max(changed, cycle);
        if (missing == 0 && outstanding == 0) {
            scheduler.schedule(changed, Phase.COMMIT, id);
        }
    }
}
