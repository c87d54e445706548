package org.ranvier.router.cycle;

import org.ranvier.router.AllocatorKind;

/** Gives free output VCs to the input VCs of a router whose head flits ask for them, port by port. */
abstract class ChannelAllocator {
    private static final int LAST = (1 << Wiring.INPUT_SHIFT) - 1;

    final Routers state;

    ChannelAllocator(final Routers state) {
        this.state = state;
    }

    static ChannelAllocator of(final AllocatorKind kind, final Routers state) {
        return kind.inputFirst() ? new InputFirstChannelAllocator(state) : new IslipChannelAllocator(state);
    }

    /**
     * Matches all ports of a router and applies the result. An input VC asks for the channels of one port only, or, for a
     * packet that is copied, takes part once per port: so ports do not meet.
     *
     * @param router the router
     * @param outputs ports that are asked for and have a free channel
     */
    final void allocate(final int router, final int outputs) {
        for (int rest = outputs; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            final long asked = state.channelBids[router << Wiring.SHIFT | output] & ~state.fresh[router];
            if (asked == 0) {
                continue;
            }
            if ((asked & (asked - 1)) == 0) {
                final int input = Long.numberOfTrailingZeros(asked);
                grant(
                        router,
                        input,
                        output,
                        choose(router, input, output, state.freeChannels[router << Wiring.SHIFT | output]));
            } else {
                match(router, output, asked);
            }
        }
    }

    /** Matches a port for which several input VCs ask. */
    abstract void match(int router, int output, long asked);

    /** The channel of an output that an input VC's pointer chooses. */
    final int choose(final int router, final int input, final int output, final int offered) {
        final int first = output << Wiring.SHIFT;
        return Bits.roundRobin((long) offered << first, state.channelAccept[router << Wiring.INPUT_SHIFT | input])
                - first;
    }

    final void grant(final int router, final int input, final int output, final int channel) {
        movePointers(router, input, output, channel);
        state.grantChannel(router, input, output, channel);
    }

    /** Chooses a channel for a request that has no rival and frees it again in the same step; only the pointers move. */
    final int grantAlone(final int router, final int input, final int output, final int free) {
        final int channel = choose(router, input, output, free);
        movePointers(router, input, output, channel);
        return channel;
    }

    private void movePointers(final int router, final int input, final int output, final int channel) {
        final int outputChannel = output << Wiring.SHIFT | channel;
        state.channelGrant[router << Wiring.INPUT_SHIFT | outputChannel] = input + 1 & LAST;
        state.channelAccept[router << Wiring.INPUT_SHIFT | input] = outputChannel + 1 & LAST;
    }
}
