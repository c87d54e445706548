package org.ranvier.testbench.rpu.validation;

import java.util.List;

/** An experiment that is compared with the measurements of another simulator. */
public interface Comparison {
    /** @return what the user calls it */
    String name();

    /** @return the files it reads, the one it is about first */
    List<String> files();

    /** @return what is compared, what the bounds are, and how often a right model exceeds them; Markdown, one paragraph */
    String about();

    /**
     * Lists what is to be done, in this order.
     *
     * @param reference the measurements
     * @param effort how much is simulated
     * @param findings receives what is found when the runs are done
     * @return the runs
     */
    List<Runnable> runs(ReferenceData reference, Effort effort, Findings findings);
}
