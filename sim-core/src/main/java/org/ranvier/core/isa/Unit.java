package org.ranvier.core.isa;

/** The unit of the core that an instruction holds, which decides how its cycles are counted. */
public enum Unit {
    /** Scalar ALU and control: one cycle, taken branches more. */
    SEQUENCER,
    /** One element through the memory port, on behalf of the sequencer. */
    PORT,
    /** Vector lanes, add class: n elements on L lanes. */
    LANES,
    /** Vector lanes with the multiplier. */
    MULTIPLIER,
    /** Indexed access through the memory port, a few elements a cycle. */
    GATHER,
    /** Bit vectors, a port width a cycle. */
    BITS,
    /** Reduction over lanes, followed by a tree. */
    REDUCTION,
    /** Random lanes. */
    RANDOM,
    /** Packet output: scans the mask, then one packet at a time. */
    SEND,
    /** Synapse array, beside the sequencer. */
    ARRAY
}
