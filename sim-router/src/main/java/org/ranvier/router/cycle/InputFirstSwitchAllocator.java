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
                asked |= 1L << (state.wiring.portOf[Long.numberOfTrailingZeros(inputs)] * PORT_BITS + output);
            }
        }
        final long chosen = chooseOutputs(router, asked);
        long grants = 0;
        for (int rest = outputs; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            final long askers = askers(chosen, output);
            if (askers != 0) {
                grants |= 1L << (granted(router, output, askers) * PORT_BITS + output);
            }
        }
        for (int port = 0; port < ports; port++) {
            final int offered = (int) (grants >>> (port * PORT_BITS)) & 0xFF;
            if (offered != 0) {
                acceptOne(router, port, offered);
            }
        }
    }

    /** Keeps one output per input port, or all outputs of the packet chosen when it is copied along a tree. */
    private long chooseOutputs(final int router, final long asked) {
        long chosen = 0;
        for (int port = 0; port < ports; port++) {
            final int wanted = (int) (asked >>> (port * PORT_BITS)) & 0xFF;
            if (wanted != 0) {
                final int output = Bits.roundRobin(wanted, state.switchAccept[router * ports + port]);
                chosen |= (long) sameTree(router, port, output, wanted) << (port * PORT_BITS);
            }
        }
        return chosen;
    }

    private int sameTree(final int router, final int port, final int output, final int wanted) {
        int outputs = 1 << output;
        final int input = choose(router, port, output);
        if ((state.forking[router] >>> input & 1) != 0) {
            for (int rest = wanted & ~outputs; rest != 0; rest &= rest - 1) {
                final int other = Integer.numberOfTrailingZeros(rest);
                if (choose(router, port, other) == input) {
                    outputs |= 1 << other;
                }
            }
        }
        return outputs;
    }

    private long askers(final long chosen, final int output) {
        long askers = 0;
        for (int port = 0; port < ports; port++) {
            askers |= (chosen >>> (port * PORT_BITS + output) & 1) << (port * channels);
        }
        return askers;
    }
}
