package org.ranvier.router.cycle;

import org.ranvier.router.route.RouteTable;

/** Drops the front packet of a buffer, or its blocked branches, once it has been kept waiting for too long. */
final class Dropper {
    private final Pipeline pipeline;
    private final Routers state;
    private final int inputs;
    private final RouteTable routes;
    private final DropCounter drops;
    private final int dropAfter;

    Dropper(
            final Pipeline pipeline,
            final Routers state,
            final RouteTable routes,
            final DropCounter drops,
            final int dropAfter) {
        this.pipeline = pipeline;
        this.state = state;
        this.routes = routes;
        this.drops = drops;
        this.dropAfter = dropAfter;
        inputs = state.wiring.ports << Wiring.SHIFT;
    }

    /** A router with a waiting packet must be visited even when nothing else happens in it. */
    boolean watches(final int router) {
        for (int input = 0; input < inputs; input++) {
            if (state.count(router << Wiring.INPUT_SHIFT | input) > 0) {
                return true;
            }
        }
        return false;
    }

    void dropBlocked(final int router, final long cycle) {
        for (int input = 0; input < inputs; input++) {
            final int inputVc = router << Wiring.INPUT_SHIFT | input;
            if (state.count(inputVc) > 0 && cycle - state.readySince[inputVc] > dropAfter) {
                drop(router, input, state.front(inputVc), cycle);
            }
        }
    }

    private void drop(final int router, final int input, final long flit, final long cycle) {
        if (!Flit.isHead(flit) || !Flit.isTail(flit)) {
            return;
        }
        final int inputVc = router << Wiring.INPUT_SHIFT | input;
        if (Flit.isTree(flit)) {
            for (int rest = state.branches[inputVc]; rest != 0; rest &= rest - 1) {
                final int output = Integer.numberOfTrailingZeros(rest);
                withdraw(router, input, output);
                drops.drop(flit, routes.leavesBehind(Flit.goal(flit), router, output), router, cycle);
                pipeline.leaveBranch(router, input, output, cycle);
            }
        } else {
            withdraw(router, input, state.wiring.outputPort(router, Flit.goal(flit)));
            state.active[router] &= ~(1L << input);
            drops.drop(flit, 1, router, cycle);
            pipeline.leaveBuffer(router, input, cycle);
        }
    }

    private void withdraw(final int router, final int input, final int output) {
        final int port = router << Wiring.SHIFT | output;
        if ((state.channelBids[port] >>> input & 1) != 0) {
            state.withdrawFromChannel(router, input, output);
        } else {
            state.withdrawFromSwitch(router, input, output);
            state.freeChannel(router, output, state.held(router, input, output));
        }
    }
}
