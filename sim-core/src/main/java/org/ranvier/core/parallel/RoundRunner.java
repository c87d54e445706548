package org.ranvier.core.parallel;

/** The thread policy: who does the work of the agents. */
@FunctionalInterface
public interface RoundRunner {
    /** One thread serves all agents, in turn. */
    RoundRunner IN_TURN = (agents, rounds) -> {
        while (inTurn(agents, rounds, Integer.MAX_VALUE)) {
            continue;
        }
    };

    /**
     * Runs rounds until there is no next one.
     *
     * @param agents how many, at least 1
     * @param rounds what they do; the first round is prepared
     */
    void run(int agents, Rounds rounds);

    /**
     * Serves all agents on the calling thread, while no other does.
     *
     * @param agents how many
     * @param rounds what they do; a round is prepared
     * @param count rounds to run, at least 1
     * @return false when there is no next round
     */
    static boolean inTurn(final int agents, final Rounds rounds, final int count) {
        boolean more = true;
        for (int round = 0; more && round < count; round++) {
            for (int agent = 0; agent < agents; agent++) {
                rounds.work(agent);
            }
            more = rounds.next();
        }
        return more;
    }
}
