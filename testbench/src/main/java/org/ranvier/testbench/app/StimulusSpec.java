package org.ranvier.testbench.app;

/** A stimulus as the file describes it. */
interface StimulusSpec {
    /**
     * Connects it to a chip.
     *
     * @param host the host's side of the chip
     * @return the stimulus, ready to be presented
     */
    Stimulus bind(HostLink host);

    /** @return the samples that it was made for; 0 when it goes on for any number */
    int samples();
}
