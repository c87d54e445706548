package org.ranvier.testbench.regress.stream;

import org.ranvier.testbench.regress.operand.Sums;

/** One event; an object is filled again and again. Fields that its kind does not have are 0. */
public final class Event {
    /** The most operands that an instruction reads or writes, registers that choose rows included. */
    static final int MOST_OPERANDS = 16;

    /** What happened. */
    public EventKind kind = EventKind.END;

    /** When. */
    public long cycle;

    /** Address of the instruction or of the first of a handler. */
    public int address;

    /** The packet, or {@code NO_PACKET}; the hash of {@link EventKind#HASHED}. */
    public long packet;

    /** Cycles that it takes; packets sent; events hashed. */
    public long count;

    /** How many operands there are. */
    public int operands;

    private final Sums[] sums = new Sums[MOST_OPERANDS];
    private final long[] locations = new long[MOST_OPERANDS];

    /** Creates an empty event. */
    public Event() {
        for (int i = 0; i < MOST_OPERANDS; i++) {
            sums[i] = new Sums();
        }
    }

    /**
     * Begins to fill it.
     *
     * @param what the kind
     * @param when the cycle
     * @return this
     */
    Event begin(final EventKind what, final long when) {
        kind = what;
        cycle = when;
        address = 0;
        packet = 0;
        count = 0;
        operands = 0;
        return this;
    }

    /** Gives it an address. */
    Event at(final int where) {
        address = where;
        return this;
    }

    /** Gives it a packet. */
    Event with(final long what) {
        packet = what;
        return this;
    }

    /** Gives it a length. */
    Event lasting(final long cycles) {
        count = cycles;
        return this;
    }

    /** Adds an operand whose sums are to be filled in. */
    Sums add(final long location) {
        locations[operands] = location;
        return sums[operands++];
    }

    /** @return the sums of an operand */
    public Sums sums(final int operand) {
        return sums[operand];
    }

    /** @return where the operand is in memory; 0 for nowhere in particular */
    long location(final int operand) {
        return locations[operand];
    }

    /** @return true when everything but operands agrees */
    public boolean sameHead(final Event other) {
        return kind == other.kind
                && cycle == other.cycle
                && address == other.address
                && packet == other.packet
                && count == other.count;
    }

    /** Becomes a copy. */
    public void set(final Event other) {
        kind = other.kind;
        cycle = other.cycle;
        address = other.address;
        packet = other.packet;
        count = other.count;
        operands = other.operands;
        for (int i = 0; i < operands; i++) {
            sums[i].set(other.sums[i]);
            locations[i] = other.locations[i];
        }
    }
}
