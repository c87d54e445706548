package org.ranvier.rpu.compound;

/** Which of the devices at a crossing an update goes to. */
public enum UpdatePolicy {
    /** To all of them: the same pulses, each with noise of its own. */
    ALL,
    /** Always to the same. */
    SINGLE_FIXED,
    /** To one after the other. */
    SINGLE_SEQUENTIAL,
    /** To one drawn for the whole array. */
    SINGLE_RANDOM
}
