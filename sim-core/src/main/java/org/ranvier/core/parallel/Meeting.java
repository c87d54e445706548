package org.ranvier.core.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the threads of a run meet at the end of a round: the last one to come prepares the next round and lets the others go on.
 *
 * <p>Those who wait spin for as long as a round usually takes, then sleep. If somebody sleeps, the last one does the work of all for a
 * while before it wakes the others.
 */
final class Meeting {
    private static final int SPINS = 4096;

    private final int agents;
    private final Rounds rounds;
    private final Threads policy;
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicReferenceArray<Thread> sleeping;

    /** Written by the last one before {@link #round}, read by the others after it. */
    private boolean goesOn;

    private volatile int round;

    Meeting(final int agents, final Rounds rounds, final Threads policy) {
        this.agents = agents;
        this.rounds = rounds;
        this.policy = policy;
        sleeping = new AtomicReferenceArray<>(agents);
    }

    /** Does an agent's work to the end of the run. */
    void attend(final int agent) {
        do {
            rounds.work(agent);
        } while (meet(agent));
    }

    private boolean meet(final int agent) {
        final int current = round;
        if (present.incrementAndGet() == agents) {
            present.set(0);
            goesOn = prepare();
            round = current + 1;
            wakeAll();
        } else {
            await(agent, current);
        }
        return goesOn;
    }

    private boolean prepare() {
        final boolean more = rounds.next();
        if (!more || !anyAsleep()) {
            policy.metInTime();
            return more;
        }
        return RoundRunner.inTurn(agents, rounds, policy.metLate());
    }

    private boolean anyAsleep() {
        for (int agent = 0; agent < agents; agent++) {
            if (sleeping.get(agent) != null) {
                return true;
            }
        }
        return false;
    }

    private void await(final int agent, final int current) {
        for (int spin = 0; spin < SPINS; spin++) {
            if (round != current) {
                return;
            }
            Thread.onSpinWait();
        }
        sleeping.set(agent, Thread.currentThread());
        while (round == current) {
            LockSupport.park(this);
        }
        sleeping.set(agent, null);
    }

    private void wakeAll() {
        for (int agent = 0; agent < agents; agent++) {
            final Thread sleeper = sleeping.get(agent);
            if (sleeper != null) {
                LockSupport.unpark(sleeper);
            }
        }
    }
}
