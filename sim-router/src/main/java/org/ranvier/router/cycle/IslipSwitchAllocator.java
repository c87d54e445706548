package org.ranvier.router.cycle;

/** One iteration of iSLIP: each output grants an input port, each input port accepts one of its grants. */
final class IslipSwitchAllocator extends SwitchAllocator {
    IslipSwitchAllocator(final Routers state, final boolean speculative) {
        super(state, speculative);
    }

    @Override
    void matchAll(final int router, final int outputs) {
        long grants = 0;
        for (int rest = outputs; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            final int port = granted(router, output, firstOfPorts(bids(router, output)));
            grants |= 1L << (port << Wiring.SHIFT | output);
        }
        while (grants != 0) {
            final int port = Wiring.portOf(Long.numberOfTrailingZeros(grants));
            final int shift = port << Wiring.SHIFT;
            acceptOne(router, port, (int) (grants >>> shift) & 0xFF);
            grants &= ~(0xFFL << shift);
        }
    }
}
