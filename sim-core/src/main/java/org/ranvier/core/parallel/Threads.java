package org.ranvier.core.parallel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The caller's thread leads and serves agent 0; each other agent has a {@link Helper}, on threads that are kept between runs. Whoever is
 * not at hand has its work done by the leader.
 */
public final class Threads implements RoundRunner {
    /** Rounds at the beginning of a run before anybody is asked for help: short runs need nobody. */
    private static final int ALONE = 16;

    private static final ExecutorService POOL = Executors.newCachedThreadPool(task -> {
        final Thread thread = new Thread(task, "partition");
        thread.setDaemon(true);
        return thread;
    });

    /** Creates the policy; it holds no thread. */
    public Threads() {}

    @Override
    public void run(final int agents, final Rounds rounds) {
        if (!RoundRunner.inTurn(agents, rounds, ALONE)) {
            return;
        }
        final Helper[] helpers = new Helper[agents];
        for (int agent = 1; agent < agents; agent++) {
            helpers[agent] = new Helper(agent, rounds);
            POOL.execute(helpers[agent]);
        }
        try {
            lead(helpers, rounds);
        } finally {
            for (int agent = 1; agent < agents; agent++) {
                helpers[agent].dismiss();
            }
        }
    }

    private static void lead(final Helper[] helpers, final Rounds rounds) {
        final boolean[] busy = new boolean[helpers.length];
        do {
            for (int agent = 1; agent < helpers.length; agent++) {
                busy[agent] = helpers[agent].begin();
            }
            for (int agent = 0; agent < helpers.length; agent++) {
                if (!busy[agent]) {
                    rounds.work(agent);
                }
            }
            for (int agent = 1; agent < helpers.length; agent++) {
                if (busy[agent]) {
                    helpers[agent].finish();
                }
            }
        } while (rounds.next());
    }
}
