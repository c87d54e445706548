package org.ranvier.router.cycle;

/**
 * Synchronous replication: a packet is copied to all of its outputs in one cycle, or stays.
 *
 * <p>Nothing is held while it waits: it goes in a cycle in which every output has a free channel with a credit, and then has
 * the crossbar of its router for itself. Unicast packets get the next cycle, so neither kind starves the other.
 */
final class WholeFork {
    private final Routers state;
    private final Pipeline pipeline;
    private final ChannelAllocator channels;

    /** Bit set of routers that copied a packet in their last visit. */
    private final long[] copied;

    WholeFork(final Routers state, final Pipeline pipeline, final ChannelAllocator channels) {
        this.state = state;
        this.pipeline = pipeline;
        this.channels = channels;
        copied = new long[state.awake.length];
    }

    /** Copies one packet of a router if it can; true when the crossbar is taken. */
    boolean copy(final int router, final long cycle) {
        final boolean yields = (copied[router >> 6] >>> router & 1) != 0 && state.switchPorts(router) != 0;
        Bits.clear(copied, router);
        if (yields) {
            return false;
        }
        for (long rest = state.forking[router]; rest != 0; rest &= rest - 1) {
            final int input = Long.numberOfTrailingZeros(rest);
            final int inputVc = router << Wiring.INPUT_SHIFT | input;
            if (cycle >= state.readySince[inputVc] && allOpen(router, state.branches[inputVc])) {
                copyAll(router, input, cycle);
                Bits.set(copied, router);
                return true;
            }
        }
        return false;
    }

    private boolean allOpen(final int router, final int outputs) {
        for (int rest = outputs; rest != 0; rest &= rest - 1) {
            if (open(router << Wiring.SHIFT | Integer.numberOfTrailingZeros(rest)) == 0) {
                return false;
            }
        }
        return true;
    }

    private int open(final int port) {
        return state.freeChannels[port] & ~state.fullChannels[port];
    }

    private void copyAll(final int router, final int input, final long cycle) {
        final int inputVc = router << Wiring.INPUT_SHIFT | input;
        for (int rest = state.branches[inputVc]; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            final int port = router << Wiring.SHIFT | output;
            final int channel = channels.grantAlone(router, input, output, open(port));
            pipeline.send(port, channel, state.front(inputVc), cycle);
        }
        state.branches[inputVc] = 0;
        state.forking[router] &= ~(1L << input);
        pipeline.leaveBuffer(router, input, cycle);
    }

    long[] state() {
        return copied;
    }
}
