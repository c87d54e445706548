package org.ranvier.router.cycle;

import org.ranvier.router.AllocatorKind;

/** Gives free output VCs to the input VCs of a router whose head flits ask for them, port by port. */
abstract class ChannelAllocator {
    final Routers state;
    final int ports;
    final int channels;
    final int inputs;

    ChannelAllocator(final Routers state) {
        this.state = state;
        ports = state.wiring.ports;
        channels = state.wiring.channels;
        inputs = state.wiring.inputs;
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
            final long asked = state.channelBids[router * ports + output];
            if ((asked & (asked - 1)) == 0) {
                final int input = Long.numberOfTrailingZeros(asked);
                grant(
                        router,
                        input,
                        output,
                        choose(router, input, output, state.freeChannels[router * ports + output]));
            } else {
                match(router, output, asked);
            }
        }
    }

    /** Matches a port for which several input VCs ask. */
    abstract void match(int router, int output, long asked);

    /** The channel of an output that an input VC's pointer chooses. */
    final int choose(final int router, final int input, final int output, final int offered) {
        final int first = output * channels;
        return Bits.roundRobin((long) offered << first, state.channelAccept[router * inputs + input]) - first;
    }

    final void grant(final int router, final int input, final int output, final int channel) {
        final int outputChannel = output * channels + channel;
        state.channelGrant[router * inputs + outputChannel] = input + 1 == inputs ? 0 : input + 1;
        state.channelAccept[router * inputs + input] = outputChannel + 1 == inputs ? 0 : outputChannel + 1;
        state.grantChannel(router, input, output, channel);
    }
}
