package org.ranvier.testbench.regress.stream;

/**
 * The streams of a core. Within each, events have one order whatever the number of threads; between them, only cycles tell.
 *
 * <p>Of several in the same cycle, one before acts on those behind it.
 */
public enum StreamKind {
    /** Packets that reach the in-queue. */
    ARRIVALS,
    /** What the receive unit does. */
    RECEIVER,
    /** What the sequencer does. */
    SEQUENCER,
    /** What memory, registers and synapses hold at the end of a sample. */
    MEMORY
}
