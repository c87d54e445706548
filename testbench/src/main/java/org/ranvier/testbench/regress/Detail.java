package org.ranvier.testbench.regress;

/** How much of a run is recorded. */
public enum Detail {
    /** Every event. */
    FULL,
    /** A hash of the events of a stretch of cycles, a core and a unit. */
    WINDOWS
}
