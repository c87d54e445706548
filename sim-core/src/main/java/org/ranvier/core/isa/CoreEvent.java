package org.ranvier.core.isa;

/**
 * What the barrier announces to a core with a release; the ordinal is the event number.
 *
 * <p>A sample runs through SAMPLE, LOAD, then PHASE0 (and further phases where a rule asks for them) once per tick,
 * DRAIN, and UPDATE if any program has a handler for it. A core whose program has no handler for an event arrives at the next barrier by itself.
 */
public enum CoreEvent {
    /** A sample begins: state of the last one is cleared. The tick counter restarts. */
    SAMPLE,
    /** The host presents the sample. */
    LOAD,
    /** A tick begins. */
    PHASE0,
    /** Second phase of a tick. */
    PHASE1,
    /** Third phase of a tick. */
    PHASE2,
    /** Fourth phase of a tick. */
    PHASE3,
    /** The sample is over: what is left of its last tick is done, results are sent. */
    DRAIN,
    /** What was sent in DRAIN has arrived: rules that learn once a sample do so. */
    UPDATE
}
