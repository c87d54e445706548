package org.ranvier.testbench.train;

/** Hears how a run proceeds; the defaults ignore it. */
public interface TrainListener {
    /** The task of a pass that only tests. */
    String TEST = "test";

    /**
     * A pass over images begins.
     *
     * @param task what it is, e.g. {@code epoch 1}; {@link #TEST} for a test
     * @param samples its images
     */
    default void begins(final String task, final int samples) {}

    /**
     * A pass over images goes on that began in another process.
     *
     * @param task what it is
     * @param samples its images
     * @param done those that were done there
     */
    default void resumes(final String task, final int samples, final int done) {}

    /** One more image of the pass is done. */
    default void sampleDone() {}

    /** The pass is over. */
    default void ends() {}

    /** The last training image is done; only tests follow. */
    default void trained() {}

    /**
     * An epoch is over, its test included.
     *
     * @param epoch its result
     */
    default void epochDone(final EpochResult epoch) {}
}
