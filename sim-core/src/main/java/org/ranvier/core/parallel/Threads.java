package org.ranvier.core.parallel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A thread for every agent: the caller's for agent 0, threads that are kept between runs for the others.
 *
 * <p>Every run begins with rounds on the caller's thread alone, so that short ones need nobody else. How many grows with every
 * meeting at which somebody had to sleep, because then processors are lacking and waiting costs more than it gains.
 */
public final class Threads implements RoundRunner {
    private static final int FEWEST = 16;
    private static final int MOST = 1 << 16;

    private static final ExecutorService POOL = Executors.newCachedThreadPool(task -> {
        final Thread thread = new Thread(task, "partition");
        thread.setDaemon(true);
        return thread;
    });

    /** Rounds to be run by one thread before the others are asked for help; one thread uses it at a time. */
    private int alone = FEWEST;

    /** Creates the policy; it holds no thread. */
    public Threads() {}

    @Override
    public void run(final int agents, final Rounds rounds) {
        if (!RoundRunner.inTurn(agents, rounds, alone)) {
            return;
        }
        final Meeting meeting = new Meeting(agents, rounds, this);
        for (int agent = 1; agent < agents; agent++) {
            final int number = agent;
            POOL.execute(() -> meeting.attend(number));
        }
        meeting.attend(0);
    }

    /** A meeting went as it should: with company more often. */
    void metInTime() {
        alone = Math.max(FEWEST, alone / 2);
    }

    /**
     * Somebody had to sleep.
     *
     * @return rounds to be run by one thread now
     */
    int metLate() {
        alone = Math.min(MOST, 2 * alone);
        return alone;
    }
}
