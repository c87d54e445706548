package org.ranvier.core.parallel;

import java.util.Arrays;
import java.util.List;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.time.Scheduler;
import org.ranvier.core.time.Timeline;

/**
 * Time of a chip in partitions, in conservative windows: all partitions run the cycles of a window without looking at each other,
 * then exchange what they have sent.
 *
 * <p>A window begins with the earliest cycle in which anything is due anywhere, so idle cycles cost nothing, and is as long as
 * everything that crosses is dated in advance. Windows in which one partition alone has something to do are run on the spot. The
 * result is that of one scheduler, whatever the runner does: exceptions, too, are taken in the order of events.
 */
public final class Partitions implements Timeline, Rounds {
    private static final long NEVER = Long.MAX_VALUE;

    private final List<Scheduler> schedulers;
    private final List<? extends Inlet> inlets;
    private final Coordinator[] coordinators;
    private final RoundRunner runner;
    private final Throwable[] failures;

    /** Per partition: when the first of what was sent to it is due. */
    private final long[] due;

    private int lookahead;
    private long limit;

    /** The last cycle before the window, and of it. */
    private long done = -1;

    private long last = -1;

    /** Partitions that have something to do in the window. */
    private int active;

    private long acted = -1;
    private long windows;

    /**
     * Joins partitions.
     *
     * @param schedulers one for each partition, siblings
     * @param inlets one for each partition
     * @param coordinators what works between windows, in this order
     * @param runner who does the work
     */
    public Partitions(
            final List<Scheduler> schedulers,
            final List<? extends Inlet> inlets,
            final List<Coordinator> coordinators,
            final RoundRunner runner) {
        this.schedulers = List.copyOf(schedulers);
        this.inlets = List.copyOf(inlets);
        this.coordinators = coordinators.toArray(Coordinator[]::new);
        this.runner = runner;
        failures = new Throwable[schedulers.size()];
        due = new long[schedulers.size()];
    }

    /** @return windows run so far */
    public long windows() {
        return windows;
    }

    @Override
    public long cycle() {
        long latest = acted;
        for (final Scheduler scheduler : schedulers) {
            latest = Math.max(latest, scheduler.cycle());
        }
        return latest;
    }

    @Override
    public boolean isIdle() {
        return schedulers.stream().allMatch(Scheduler::isIdle)
                && Arrays.stream(coordinators).allMatch(coordinator -> coordinator.review() == NEVER);
    }

    /** {@inheritDoc} Exceptions are those that one scheduler would meet first. */
    @Override
    public void runThrough(final long lastCycle) {
        lookahead = lookahead();
        limit = lastCycle;
        if (next()) {
            runner.run(schedulers.size(), this);
        }
        rethrow();
    }

    private int lookahead() {
        int cycles = Coordinator.NO_LIMIT;
        for (final Inlet inlet : inlets) {
            cycles = Math.min(cycles, inlet.lookahead());
        }
        for (final Coordinator coordinator : coordinators) {
            cycles = Math.min(cycles, coordinator.lookahead());
        }
        return cycles;
    }

    @Override
    public void work(final int agent) {
        try {
            inlets.get(agent).takeIn(done);
            schedulers.get(agent).runThrough(last);
        } catch (final Throwable e) {
            failures[agent] = e;
        }
    }

    @Override
    public boolean next() {
        if (hasFailed()) {
            return false;
        }
        try {
            while (plan()) {
                if (active > 1) {
                    return true;
                }
                for (int partition = 0; partition < failures.length; partition++) {
                    work(partition);
                }
                if (hasFailed()) {
                    return false;
                }
            }
            return false;
        } catch (final Throwable e) {
            failures[0] = e;
            return false;
        }
    }

    private boolean plan() {
        done = last;
        long next = NEVER;
        for (int partition = 0; partition < due.length; partition++) {
            due[partition] = inlets.get(partition).exchange();
            next = Math.min(next, nextCycle(partition));
        }
        long action = NEVER;
        for (final Coordinator coordinator : coordinators) {
            action = Math.min(action, coordinator.review());
        }
        next = Math.min(next, action);
        if (next > limit || next == NEVER) {
            inlets.forEach(inlet -> inlet.takeIn(done));
            return false;
        }
        if (next == action) {
            action = act(next);
        }
        last = Math.min(Math.min(limit, action - 1), next + lookahead - 1);
        windows++;
        active = 0;
        for (int partition = 0; partition < due.length; partition++) {
            active += nextCycle(partition) <= last ? 1 : 0;
        }
        return true;
    }

    /** The next cycle in which a partition has something to do, what was sent to it included. */
    private long nextCycle(final int partition) {
        return Math.min(due[partition], schedulers.get(partition).nextCycle());
    }

    private boolean hasFailed() {
        for (final Throwable failure : failures) {
            if (failure != null) {
                return true;
            }
        }
        return false;
    }

    /** Lets coordinators act in a cycle, and finds the cycle in which the next one has to. */
    private long act(final long cycle) {
        acted = cycle;
        long following = NEVER;
        for (final Coordinator coordinator : coordinators) {
            if (coordinator.review() == cycle) {
                coordinator.act(cycle);
            }
            following = Math.min(following, coordinator.review());
        }
        return following;
    }

    private void rethrow() {
        int earliest = -1;
        for (int partition = 0; partition < failures.length; partition++) {
            if (failures[partition] != null
                    && (earliest < 0
                            || schedulers.get(partition).failure()
                                    < schedulers.get(earliest).failure())) {
                earliest = partition;
            }
        }
        if (earliest < 0) {
            return;
        }
        if (failures[earliest] instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failures[earliest];
    }

    @Override
    public void save(final StateWriter out) {
        out.section("partitions").putLong(acted);
        for (final Scheduler scheduler : schedulers) {
            scheduler.save(out);
        }
    }

    @Override
    public void restore(final StateReader in) {
        acted = in.section("partitions").getLong();
        for (final Scheduler scheduler : schedulers) {
            scheduler.restore(in);
        }
    }
}
