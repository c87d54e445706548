package org.ranvier.router.cycle;

import org.ranvier.router.AllocatorKind;

/**
 * Matches the input ports of a router with its output ports for one cycle of the crossbar.
 *
 * <p>Several VCs of an input port that ask for the same output are one request; it stands for the VC that comes first in
 * round robin. A speculative request gives way to any other of the same pair of ports. A packet that is copied along a tree
 * takes every output that was granted to it in the same cycle.
 */
abstract class SwitchAllocator {
    private static final int OUTPUT_BITS = 4;

    /** One byte per input port, one bit per output port. */
    static final int PORT_BITS = 8;

    final Routers state;
    final int ports;
    final int channels;
    private final boolean speculative;
    private final int channelMask;
    private final long firstChannels;
    private final int fold1;
    private final int fold2;
    private final int fold3;

    /** The requests of the router being matched, speculative ones included. */
    private final long[] bids;

    private final int[] winners;
    private int winnerCount;

    SwitchAllocator(final Routers state, final boolean speculative) {
        this.state = state;
        this.speculative = speculative;
        ports = state.wiring.ports;
        channels = state.wiring.channels;
        channelMask = (1 << channels) - 1;
        bids = new long[ports];
        winners = new int[ports];
        long first = 0;
        for (int port = 0; port < ports; port++) {
            first |= 1L << (port * channels);
        }
        firstChannels = first;
        // Three shifts fold 1..8 neighbouring bits onto the lowest one.
        fold1 = Math.min(1, channels - 1);
        fold2 = Math.min(2, channels - 1 - fold1);
        fold3 = channels - 1 - fold1 - fold2;
    }

    static SwitchAllocator of(final AllocatorKind kind, final Routers state, final boolean speculative) {
        return kind.inputFirst()
                ? new InputFirstSwitchAllocator(state, speculative)
                : new IslipSwitchAllocator(state, speculative);
    }

    /**
     * Matches the requests of a router and moves its pointers.
     *
     * @param router the router
     * @return the number of winners, read with {@link #winnerInput} and {@link #winnerOutput}
     */
    final int match(final int router) {
        winnerCount = 0;
        final int outputs = speculative ? speculate(router) : state.switchPorts[router];
        if (outputs == 0) {
            return 0;
        }
        if ((outputs & (outputs - 1)) == 0) {
            matchOne(router, Integer.numberOfTrailingZeros(outputs));
        } else {
            matchAll(router, outputs);
        }
        return winnerCount;
    }

    final int winnerInput(final int index) {
        return winners[index] >> OUTPUT_BITS;
    }

    final int winnerOutput(final int index) {
        return winners[index] & ((1 << OUTPUT_BITS) - 1);
    }

    /** Matches a router in which at least two outputs are asked for. */
    abstract void matchAll(int router, int outputs);

    /** One output asked for: whichever side chooses first, the output's pointer decides. */
    private void matchOne(final int router, final int output) {
        final long asked = bids(router, output);
        if ((asked & (asked - 1)) == 0) {
            accept(router, Long.numberOfTrailingZeros(asked), output);
        } else {
            final int port = granted(router, output, firstOfPorts(asked));
            accept(router, choose(router, port, output), output);
        }
    }

    final long bids(final int router, final int output) {
        return speculative ? bids[output] : state.switchBids[router * ports + output];
    }

    /** Folds a mask of input VCs to a mask of input ports, each at the bit of its first VC. */
    final long firstOfPorts(final long inputs) {
        final long pairs = inputs | inputs >>> fold1;
        final long quads = pairs | pairs >>> fold2;
        return (quads | quads >>> fold3) & firstChannels;
    }

    /** The input port that an output's pointer chooses among {@code askers}, a result of {@link #firstOfPorts}. */
    final int granted(final int router, final int output, final long askers) {
        return state.wiring.portOf[Bits.roundRobin(askers, state.switchGrant[router * ports + output] * channels)];
    }

    /** The input VC that stands for the request of an input port for an output. */
    final int choose(final int router, final int port, final int output) {
        final int first = port * channels;
        int asked = (int) (state.switchBids[router * ports + output] >>> first) & channelMask;
        if (asked == 0) {
            asked = (int) (bids[output] >>> first) & channelMask;
        }
        return first + Bits.roundRobin(asked, state.channelOffset[router * ports + port]);
    }

    /** Accepts, among the outputs offered to an input port, one by the input's pointer, and all others for the same tree packet. */
    final void acceptOne(final int router, final int port, final int offered) {
        final int output = Bits.roundRobin(offered, state.switchAccept[router * ports + port]);
        final int input = choose(router, port, output);
        if ((state.forking[router] >>> input & 1) != 0) {
            for (int rest = offered & ~(1 << output); rest != 0; rest &= rest - 1) {
                final int other = Integer.numberOfTrailingZeros(rest);
                if (choose(router, port, other) == input) {
                    state.switchGrant[router * ports + other] = following(port);
                    win(input, other);
                }
            }
        }
        accept(router, input, output);
    }

    private void accept(final int router, final int input, final int output) {
        final int port = state.wiring.portOf[input];
        state.switchGrant[router * ports + output] = following(port);
        state.switchAccept[router * ports + port] = following(output);
        final int next = input - port * channels + 1;
        state.channelOffset[router * ports + port] = next == channels ? 0 : next;
        win(input, output);
    }

    private void win(final int input, final int output) {
        winners[winnerCount++] = input << OUTPUT_BITS | output;
    }

    private int following(final int port) {
        return port + 1 == ports ? 0 : port + 1;
    }

    /** Adds the requests of heads that do not hold an output VC yet, where one is free and has a credit. */
    private int speculate(final int router) {
        int outputs = state.switchPorts[router];
        for (int rest = outputs; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            bids[output] = state.switchBids[router * ports + output];
        }
        for (int rest = state.channelPorts[router] & state.freePorts[router]; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            final int port = router * ports + output;
            if ((state.freeChannels[port] & ~state.fullChannels[port]) != 0) {
                bids[output] = state.switchBids[port] | state.channelBids[port];
                outputs |= 1 << output;
            }
        }
        return outputs;
    }
}
