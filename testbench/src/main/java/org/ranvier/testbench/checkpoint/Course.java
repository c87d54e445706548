package org.ranvier.testbench.checkpoint;

import org.ranvier.core.state.Stateful;

/**
 * Work that advances step by step and can be saved between any two of them.
 *
 * <p>Restored into a course made from the same options, it goes on exactly as the saved one would have.
 */
public interface Course extends Stateful {
    /** @return whether there is no further step */
    boolean isDone();

    /** Does the next step; not to be called when all is done. */
    void advance();

    /** @return samples done so far, as {@code --checkpoint-every} counts them */
    long samples();

    /** @return whether the last step took as long as many samples, so that it should not have to be done again */
    boolean isMilestone();
}
