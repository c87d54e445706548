package org.ranvier.programs.population;

/** What the neurons of a population give, and what that does to them. */
public enum Firing {
    /** Their potential, as the payload of a packet each step. */
    NEVER,
    /** A spike when {@code v > threshold}; then {@code v = after}. */
    TO_VALUE,
    /**
     * A spike when {@code v > threshold}; then {@code v -= threshold}. A neuron that was above its threshold when the step began fires
     * only above twice the threshold.
     */
    SUBTRACT,
    /** As long as {@code v >= threshold}: a spike, and {@code v -= threshold}. */
    SEVERAL;

    /** @return whether they give spikes */
    public boolean spikes() {
        return this != NEVER;
    }
}
