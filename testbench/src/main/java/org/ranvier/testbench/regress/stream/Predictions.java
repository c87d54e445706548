package org.ranvier.testbench.regress.stream;

import org.agrona.BitUtil;
import org.ranvier.testbench.regress.operand.Sums;

/**
 * The sums that operands had when they were last met, by their location in memory: what they are taken to be until told otherwise.
 *
 * <p>Direct-mapped: of two locations that share a slot, only the later is remembered. Writing and reading a stream do the same.
 */
final class Predictions {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int SLOT_WORDS = 4;

    private final int shift;
    private final long[] slots;

    /** @param size slots, rounded up to a power of two; at least 2 */
    Predictions(final int size) {
        final int rounded = BitUtil.findNextPositivePowerOfTwo(Math.max(2, size));
        shift = Long.SIZE - Integer.numberOfTrailingZeros(rounded);
        slots = new long[rounded * SLOT_WORDS];
    }

    private int slot(final long location) {
        return (int) (location * SPREAD >>> shift) * SLOT_WORDS;
    }

    /** @return true when these sums were the last at that location */
    boolean hit(final long location, final Sums sums) {
        final int slot = slot(location);
        return location != 0
                && slots[slot] == location
                && slots[slot + 1] == sums.plain
                && slots[slot + 2] == sums.weighted
                && slots[slot + 3] == sums.hash;
    }

    /** Remembers sums. */
    void put(final long location, final Sums sums) {
        final int slot = slot(location);
        slots[slot] = location;
        slots[slot + 1] = sums.plain;
        slots[slot + 2] = sums.weighted;
        slots[slot + 3] = sums.hash;
    }

    /** Fills in the sums that were last at a location, or whatever took their slot. */
    void get(final long location, final Sums sums) {
        final int slot = slot(location);
        sums.plain = slots[slot + 1];
        sums.weighted = slots[slot + 2];
        sums.hash = slots[slot + 3];
    }
}
