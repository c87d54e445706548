package org.ranvier.rpu.read;

/** What an input vector is divided by before conversion, and its result multiplied with after it: the scale alpha. */
public enum NoiseManagement {
    /** 1. */
    NONE,
    /** The largest magnitude of the inputs, at most {@code nm_thres} when that is set. */
    ABS_MAX,
    /** {@code nm_thres}, or 1 when that is not set. */
    CONSTANT,
    /** The largest input, at most {@code nm_thres} when that is set; without positive inputs the read-out is 0. */
    MAX,
    /** A running average of the largest magnitude, updated with weight {@code nm_decay} by every read. */
    AVERAGE_ABS_MAX,
    /**
     * Enough for weights of {@code nm_assumed_wmax} to stay in the converters' range: the larger sum of inputs of one sign, times
     * that weight, over {@code out_bound}; at least the largest magnitude, and at most that times {@code max_bm_res / r_in}.
     */
    ABS_MAX_NP_SUM
}
