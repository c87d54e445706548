package org.ranvier.core.array;

import org.ranvier.core.energy.EventKind;

/** The energy events of an SRAM synapse array, in the order of its ledger rows. */
public final class SramEvents {
    static final int READ_WORD = 0;
    static final int WRITE_WORD = 1;
    static final int SYNAPTIC_OP = 2;
    static final int MULTIPLY = 3;

    private static final EventKind[] KINDS = {
        new EventKind("sram.read_word", "array", "one 64-bit word of weights read"),
        new EventKind("sram.write_word", "array", "one 64-bit word of weights written"),
        new EventKind("sram.synaptic_op", "array", "one weight added to an accumulator, or one weight changed"),
        new EventKind("sram.multiply", "array", "one weight multiplied by a value, or one element of an outer product"),
    };

    private SramEvents() {}

    /** @return all kinds, in the order of the counters */
    public static EventKind[] kinds() {
        return KINDS.clone();
    }
}
