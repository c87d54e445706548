package org.ranvier.core.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that does one agent's share of rounds whenever it is at hand, and the leader's view of it.
 *
 * <p>The leader gives work to helpers that are {@link #READY} only, so it never waits for one to wake up. If it has to wait for one that
 * has work, because its processor was taken away, the helper rests for a multiple of that time before it offers itself again: what
 * waiting costs stays a small part of the whole.
 */
final class Helper implements Runnable {
    /** Not running yet, or waking up. */
    private static final int AWAY = 0;

    /** Spins for work. */
    private static final int READY = 1;

    private static final int WORKING = 2;
    private static final int ASLEEP = 3;
    private static final int RESTING = 4;

    /** The run is over. */
    private static final int DISMISSED = 5;

    /** Spins before a thread sleeps, some hundred microseconds. */
    private static final int SPINS = 1 << 14;

    private static final long NAP_NANOS = 100_000;
    private static final long REST_PER_WAIT = 8;
    private static final long LONGEST_REST_NANOS = 1_000_000_000;

    /** Rounds without a sleeping helper before it is woken. */
    private static final int PATIENCE = 16;

    private final int agent;
    private final Rounds rounds;
    private final AtomicInteger state = new AtomicInteger(AWAY);
    private volatile Thread thread;
    private volatile long restNanos;

    /** Rounds that it was asleep in; used by the leader. */
    private int missed;

    Helper(final int agent, final Rounds rounds) {
        this.agent = agent;
        this.rounds = rounds;
    }

    /** The leader gives it its share of a round; false when it is not at hand. */
    boolean begin() {
        final int found = state.get();
        if (found == READY) {
            return state.compareAndSet(READY, WORKING);
        }
        if (found == ASLEEP && ++missed == PATIENCE) {
            missed = 0;
            if (state.compareAndSet(ASLEEP, AWAY)) {
                LockSupport.unpark(thread);
            }
        }
        return false;
    }

    /** The leader waits until it has done its share. */
    void finish() {
        for (int spin = 0; spin < SPINS; spin++) {
            if (state.get() != WORKING) {
                return;
            }
            Thread.onSpinWait();
        }
        long waited = 0;
        while (state.get() == WORKING) {
            LockSupport.parkNanos(this, NAP_NANOS);
            waited += NAP_NANOS;
        }
        restNanos = Math.min(REST_PER_WAIT * waited, LONGEST_REST_NANOS);
        state.compareAndSet(READY, RESTING);
    }

    /** The leader needs it no more. */
    void dismiss() {
        state.set(DISMISSED);
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        while (true) {
            switch (await()) {
                case AWAY -> state.compareAndSet(AWAY, READY);
                case WORKING -> {
                    rounds.work(agent);
                    state.set(READY);
                }
                case RESTING -> {
                    LockSupport.parkNanos(this, restNanos);
                    state.compareAndSet(RESTING, READY);
                }
                default -> {
                    return;
                }
            }
        }
    }

    /** Waits for something to do. */
    private int await() {
        for (int spin = 0; spin < SPINS; spin++) {
            final int found = state.get();
            if (found != READY) {
                return found;
            }
            Thread.onSpinWait();
        }
        if (state.compareAndSet(READY, ASLEEP)) {
            while (state.get() == ASLEEP) {
                LockSupport.park(this);
            }
        }
        return state.get();
    }
}
