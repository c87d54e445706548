package org.ranvier.router.cycle;

/** One iteration of iSLIP: each output grants an input port, each input port accepts one of its grants. */
final class IslipSwitchAllocator extends SwitchAllocator {
    IslipSwitchAllocator(final Routers state, final boolean speculative) {
        super(state, speculative);
    }

    @Override
    void matchAll(final int router, final int outputs) {
        long inputs = 0;
        long grants = 0;
        int ports = 0;
        int rivals = 0;
        for (int rest = outputs; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            final int port = granted(router, output, bids(router, output));
            inputs |= (long) choose(router, port, output) << (output << Wiring.SHIFT);
            grants |= 1L << (port << Wiring.SHIFT | output);
            rivals |= ports & 1 << port;
            ports |= 1 << port;
        }
        if (rivals == 0) {
            acceptAll(router, outputs, inputs);
        } else {
            acceptByPort(router, grants);
        }
    }

    private void acceptByPort(final int router, final long granted) {
        long grants = granted;
        while (grants != 0) {
            final int port = Wiring.portOf(Long.numberOfTrailingZeros(grants));
            final int shift = port << Wiring.SHIFT;
            acceptOne(router, port, (int) (grants >>> shift) & 0xFF);
            grants &= ~(0xFFL << shift);
        }
    }
}
