package org.ranvier.testbench.regress;

import org.ranvier.testbench.regress.stream.StreamKind;

/** Numbers streams, and sizes them. */
final class Streams {
    private static final int KIND_BITS = 2;
    private static final int CORE_BITS = 18;
    private static final int FEW = 1 << 10;

    private Streams() {}

    /** @return the number of a stream in the file */
    static int owner(final int chip, final int core, final StreamKind kind) {
        return chip << CORE_BITS + KIND_BITS | core << KIND_BITS | kind.ordinal();
    }

    /** @return operands whose last sums a stream remembers */
    static int slots(final CoreDescription core, final StreamKind kind) {
        return switch (kind) {
            case ARRIVALS -> 2;
            case RECEIVER -> Math.min(FEW, core.slots());
            case SEQUENCER -> core.slots();
            case MEMORY -> 4 * core.held().size();
        };
    }
}
