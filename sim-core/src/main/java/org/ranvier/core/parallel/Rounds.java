package org.ranvier.core.parallel;

/** Work that agents do side by side, in rounds. */
public interface Rounds {
    /**
     * Does an agent's share of a round; touches nothing that another agent touches in the same round. Does not throw.
     *
     * @param agent its number, from 0
     */
    void work(int agent);

    /**
     * Prepares the next round, while no agent works. Sees everything that they have done.
     *
     * @return false when there is none
     */
    boolean next();
}
