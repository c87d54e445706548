package org.ranvier.rpu.pcm;

/**
 * How read-outs are scaled up again after drift: by the mean magnitude of the weights when they were programmed over that at the
 * time of the read, both found by reading the rows one by one.
 */
public enum DriftCompensation {
    /** Read-outs are taken as they are. */
    NONE,
    /** One factor for the array. */
    GLOBAL,
    /** One factor per column. */
    PER_COLUMN
}
