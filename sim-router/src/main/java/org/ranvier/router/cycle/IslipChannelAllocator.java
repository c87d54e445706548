package org.ranvier.router.cycle;

/** One iteration of iSLIP: each free channel grants an input VC, each input VC accepts one of its grants. */
final class IslipChannelAllocator extends ChannelAllocator {
    /** Per input VC of the port being matched: the channels granted to it. */
    private final int[] offered;

    IslipChannelAllocator(final Routers state) {
        super(state);
        offered = new int[1 << Wiring.INPUT_SHIFT];
    }

    @Override
    void match(final int router, final int output, final long asked) {
        long granted = 0;
        final int first = (router << Wiring.SHIFT | output) << Wiring.SHIFT;
        for (int free = state.freeChannels[router << Wiring.SHIFT | output]; free != 0; free &= free - 1) {
            final int channel = Integer.numberOfTrailingZeros(free);
            final int input = Bits.roundRobin(asked, state.channelGrant[first + channel]);
            if ((granted >>> input & 1) == 0) {
                granted |= 1L << input;
                offered[input] = 0;
            }
            offered[input] |= 1 << channel;
        }
        for (long rest = granted; rest != 0; rest &= rest - 1) {
            final int input = Long.numberOfTrailingZeros(rest);
            grant(router, input, output, choose(router, input, output, offered[input]));
        }
    }
}
