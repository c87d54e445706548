package org.ranvier.router.cycle;

/** Separable, input first: each input port asks for one output, each output takes one of the input ports that ask. */
final class InputFirstSwitchAllocator extends SwitchAllocator {
    InputFirstSwitchAllocator(final Routers state, final boolean speculative) {
        super(state, speculative);
    }

    @Override
    void matchAll(final int router, final int outputs) {
        long asked = 0;
        for (int rest = outputs; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            for (long inputs = firstOfPorts(bids(router, output)); inputs != 0; inputs &= inputs - 1) {
                asked |= 1L << (Long.numberOfTrailingZeros(inputs) | output);
            }
        }
        final long chosen = chooseOutputs(router, asked);
        long grants = 0;
        for (int rest = outputs; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            final long askers = askers(chosen, output);
            if (askers != 0) {
                grants |= 1L << (granted(router, output, askers) << Wiring.SHIFT | output);
            }
        }
        for (int port = 0; port < 1 << Wiring.SHIFT; port++) {
            final int offered = (int) (grants >>> (port << Wiring.SHIFT)) & 0xFF;
            if (offered != 0) {
                acceptOne(router, port, offered);
            }
        }
    }

    /** Keeps one output per input port, or all outputs of the packet chosen when it is copied along a tree. */
    private long chooseOutputs(final int router, final long asked) {
        long chosen = 0;
        for (int port = 0; port < 1 << Wiring.SHIFT; port++) {
            final int wanted = (int) (asked >>> (port << Wiring.SHIFT)) & 0xFF;
            if (wanted != 0) {
                final int output = Bits.roundRobin(wanted, state.switchAccept[router << Wiring.SHIFT | port]);
                chosen |= (long) sameTree(router, port, output, wanted) << (port << Wiring.SHIFT);
            }
        }
        return chosen;
    }

    private int sameTree(final int router, final int port, final int output, final int wanted) {
        int outputs = 1 << output;
        final int input = choose(router, port, output);
        if (state.isForking(router, input)) {
            for (int rest = wanted & ~outputs; rest != 0; rest &= rest - 1) {
                final int other = Integer.numberOfTrailingZeros(rest);
                if (choose(router, port, other) == input) {
                    outputs |= 1 << other;
                }
            }
        }
        return outputs;
    }

    private static long askers(final long chosen, final int output) {
        return chosen >>> output & Wiring.FIRST_CHANNELS;
    }
}
