package org.ranvier.programs.population;

/** What enters a network in the steps of one sample. */
@FunctionalInterface
public interface InputFrames {
    /**
     * Gives the values of one step.
     *
     * @param step from 0
     * @param values is overwritten: payloads where values travel, else numbers of spikes; what is 0 is not sent
     */
    void frame(int step, int[] values);
}
