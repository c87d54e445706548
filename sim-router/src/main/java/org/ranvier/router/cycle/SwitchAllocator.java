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
    private static final int CHANNELS = 0xFF;

    final Routers state;
    private final boolean speculative;

    /** The requests of the router being matched, speculative ones included. */
    private final long[] bids = new long[1 << Wiring.SHIFT];

    /** Outputs that were won, one bit each. */
    private int won;

    /** The input VC that won an output, a byte per output: no array is written and read again. */
    private long winners;

    SwitchAllocator(final Routers state, final boolean speculative) {
        this.state = state;
        this.speculative = speculative;
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
     * @return the outputs that were won, a bit each; {@link #winner} tells by whom
     */
    final int match(final int router) {
        won = 0;
        winners = 0;
        final int outputs = speculative ? speculate(router) : state.switchPorts(router);
        if (outputs == 0) {
            return 0;
        }
        if ((outputs & (outputs - 1)) == 0) {
            matchOne(router, Integer.numberOfTrailingZeros(outputs));
        } else {
            matchAll(router, outputs);
        }
        return won;
    }

    /** The input VC that won an output in the last match. */
    final int winner(final int output) {
        return (int) (winners >>> (output << Wiring.SHIFT)) & CHANNELS;
    }

    /** Matches a router in which at least two outputs are asked for. */
    abstract void matchAll(int router, int outputs);

    /** One output asked for: whichever side chooses first, the output's pointer decides. */
    private void matchOne(final int router, final int output) {
        final long asked = bids(router, output);
        if ((asked & (asked - 1)) == 0) {
            accept(router, Long.numberOfTrailingZeros(asked), output);
        } else {
            final int port = granted(router, output, asked);
            accept(router, choose(router, port, output), output);
        }
    }

    final long bids(final int router, final int output) {
        return speculative ? bids[output] : state.switchBids[router << Wiring.SHIFT | output];
    }

    /** Folds a mask of input VCs to a mask of input ports, each at the bit of its first VC. */
    static long firstOfPorts(final long inputs) {
        final long pairs = inputs | inputs >>> 1;
        final long quads = pairs | pairs >>> 2;
        return (quads | quads >>> 4) & Wiring.FIRST_CHANNELS;
    }

    /** The input port that an output's pointer, which stands at the start of a port, chooses among {@code askers}. */
    final int granted(final int router, final int output, final long askers) {
        return Wiring.portOf(Bits.roundRobin(askers, state.switchGrant[router << Wiring.SHIFT | output]));
    }

    /** The input VC that stands for the request of an input port for an output. */
    final int choose(final int router, final int port, final int output) {
        final int first = port << Wiring.SHIFT;
        int asked = (int) (state.switchBids[router << Wiring.SHIFT | output] >>> first) & CHANNELS;
        if (asked == 0) {
            asked = (int) (bids[output] >>> first) & CHANNELS;
        }
        return first | Bits.roundRobin(asked, state.channelOffset[router << Wiring.SHIFT | port]);
    }

    /** Accepts grants of which no two went to one input port. */
    final void acceptAll(final int router, final int outputs, final long inputs) {
        won = outputs;
        winners = inputs;
        for (int rest = outputs; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            grantAlone(router, winner(output), output);
        }
    }

    /** Accepts, among the outputs offered to an input port, one by the input's pointer, and all others for the same tree packet. */
    final void acceptOne(final int router, final int port, final int offered) {
        final int output = Bits.roundRobin(offered, state.switchAccept[router << Wiring.SHIFT | port]);
        final int input = choose(router, port, output);
        if (state.isForking(router, input)) {
            for (int rest = offered & ~(1 << output); rest != 0; rest &= rest - 1) {
                final int other = Integer.numberOfTrailingZeros(rest);
                if (choose(router, port, other) == input) {
                    state.switchGrant[router << Wiring.SHIFT | other] = following(port);
                    win(input, other);
                }
            }
        }
        accept(router, input, output);
    }

    private void accept(final int router, final int input, final int output) {
        grantAlone(router, input, output);
        win(input, output);
    }

    /** Moves the pointers for a request that had no rival. */
    final void grantAlone(final int router, final int input, final int output) {
        final int port = Wiring.portOf(input);
        state.switchGrant[router << Wiring.SHIFT | output] = following(port);
        state.switchAccept[router << Wiring.SHIFT | port] = output + 1;
        state.channelOffset[router << Wiring.SHIFT | port] = Wiring.channelOf(input) + 1;
    }

    private void win(final int input, final int output) {
        won |= 1 << output;
        winners |= (long) input << (output << Wiring.SHIFT);
    }

    /** The first input of the next port; past the last port round robin starts again by itself, as no bit is set there. */
    private static int following(final int port) {
        return (port + 1 << Wiring.SHIFT) & (1 << Wiring.INPUT_SHIFT) - 1;
    }

    /** Adds the requests of heads that do not hold an output VC yet, where one is free and has a credit. */
    private int speculate(final int router) {
        int outputs = state.switchPorts(router);
        for (int rest = outputs; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            bids[output] = state.switchBids[router << Wiring.SHIFT | output];
        }
        for (int rest = state.channelPorts(router); rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            final int port = router << Wiring.SHIFT | output;
            final long heads = state.channelBids[port] & ~state.fresh[router];
            if (heads != 0 && (state.freeChannels[port] & ~state.fullChannels[port]) != 0) {
                bids[output] = state.switchBids[port] | heads;
                outputs |= 1 << output;
            }
        }
        return outputs;
    }
}
