package org.ranvier.router.cycle;

/** Separable, input first: each input VC asks for one free channel, each channel takes one of those that ask. */
final class InputFirstChannelAllocator extends ChannelAllocator {
    /** Per channel of the port being matched: the input VCs that ask for it. */
    private final long[] askers;

    InputFirstChannelAllocator(final Routers state) {
        super(state);
        askers = new long[1 << Wiring.SHIFT];
    }

    @Override
    void match(final int router, final int output, final long asked) {
        final int free = state.freeChannels[router << Wiring.SHIFT | output];
        int wanted = 0;
        for (long rest = asked; rest != 0; rest &= rest - 1) {
            final int input = Long.numberOfTrailingZeros(rest);
            final int channel = choose(router, input, output, free);
            wanted |= 1 << channel;
            askers[channel] |= 1L << input;
        }
        final int first = (router << Wiring.SHIFT | output) << Wiring.SHIFT;
        for (int rest = wanted; rest != 0; rest &= rest - 1) {
            final int channel = Integer.numberOfTrailingZeros(rest);
            grant(router, Bits.roundRobin(askers[channel], state.channelGrant[first + channel]), output, channel);
            askers[channel] = 0;
        }
    }
}
