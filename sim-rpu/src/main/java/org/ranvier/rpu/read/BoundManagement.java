package org.ranvier.rpu.read;

/** What a forward read does when a read-out leaves the range of the output converters. */
public enum BoundManagement {
    /** Nothing: it is clipped. */
    NONE,
    /** Reads again with inputs halved, until nothing is clipped or a limit is reached. */
    ITERATIVE,
    /** Like {@link #ITERATIVE}, but the second read starts over with the scale of {@link NoiseManagement#ABS_MAX_NP_SUM}. */
    ITERATIVE_WORST_CASE
}
