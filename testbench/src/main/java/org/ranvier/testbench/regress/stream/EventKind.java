package org.ranvier.testbench.regress.stream;

/** What an event is; the ordinal is its code in a recording. */
public enum EventKind {
    /** The in-queue took a packet. */
    ARRIVED,
    /** The receive unit is about to run an inline instruction; operands are its sources. */
    SERVING,
    /** It has; operands are the results. */
    SERVED,
    /** The receive unit dropped a packet of a closed sample. */
    DROPPED,
    /** The sequencer takes an event to its handler. */
    DISPATCHED,
    /** The sequencer is about to run an instruction; operands are its sources. */
    ISSUING,
    /** It has; operands are the results. */
    ISSUED,
    /** The packets of a send instruction have been queued. */
    SENT,
    /** What a region or the registers hold at the end of a sample; its one operand is all of it. */
    HELD,
    /** A stretch of events of which only a hash is kept. */
    HASHED,
    /** The sample is over. */
    END;

    /** @return true when a packet, or a hash, is part of it */
    boolean hasPacket() {
        return this == ARRIVED || this == SERVING || this == DROPPED || this == DISPATCHED || this == HASHED;
    }

    /** @return true when an address of the code, or the index of a region, is part of it; results have that of their sources */
    boolean hasAddress() {
        return this == DISPATCHED || this == ISSUING || this == HELD;
    }

    /** @return true when it holds something for a number of cycles, or counts */
    boolean hasCount() {
        return this == SERVED || this == DISPATCHED || this == ISSUED || this == SENT || this == HASHED;
    }

    /** @return true when operands are part of it */
    boolean hasOperands() {
        return this == SERVING || this == SERVED || this == ISSUING || this == ISSUED || this == HELD;
    }
}
