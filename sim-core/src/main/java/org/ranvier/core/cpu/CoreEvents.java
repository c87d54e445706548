package org.ranvier.core.cpu;

import org.ranvier.core.energy.EventKind;

/** The energy events of a core, in the order of its ledger rows. */
public final class CoreEvents {
    static final int INSTRUCTION = 0;
    static final int SCALAR_OP = 1;
    static final int DISPATCH = 2;
    static final int LANE_OP = 3;
    static final int MULTIPLY = 4;
    static final int READ_WORD = 5;
    static final int WRITE_WORD = 6;
    static final int DRAW = 7;
    static final int PUSH = 8;
    static final int POP = 9;
    static final int STALE = 10;

    private static final EventKind[] KINDS = {
        new EventKind("sequencer.instruction", "sequencer", "one instruction decoded and issued"),
        new EventKind("sequencer.scalar_op", "sequencer", "one 32-bit scalar operation or address"),
        new EventKind("sequencer.dispatch", "sequencer", "one handler started by the sequencer"),
        new EventKind("lanes.alu_op", "lanes", "one 32-bit add-class operation of a vector lane"),
        new EventKind("lanes.multiply", "lanes", "one 32-bit multiplication of a vector lane"),
        new EventKind(
                "memory.read_word", "memory", "one 64-bit word read from local memory, instruction words included"),
        new EventKind("memory.write_word", "memory", "one 64-bit word written to local memory"),
        new EventKind("random.draw", "random", "one 32-bit random lane stepped"),
        new EventKind("queue.push", "queues", "one packet written to a packet queue"),
        new EventKind("queue.pop", "queues", "one packet read from a packet queue"),
        new EventKind("queue.stale", "queues", "one packet of a closed sample recognised and dropped"),
    };

    private CoreEvents() {}

    /** @return all kinds, in the order of the counters */
    public static EventKind[] kinds() {
        return KINDS.clone();
    }
}
