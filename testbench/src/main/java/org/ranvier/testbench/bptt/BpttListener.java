package org.ranvier.testbench.bptt;

/** Hears how a training proceeds. */
public interface BpttListener {
    /**
     * A pass over images begins.
     *
     * @param task what it is, e.g. {@code epoch 1}
     * @param samples its images
     */
    void begins(String task, int samples);

    /** One more image of the pass is done. */
    void sampleDone();

    /** The pass is over. */
    void ends();
}
