package org.ranvier.router.cycle;

import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.hook.Listening;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.Replication;
import org.ranvier.router.RouterSpec;
import org.ranvier.router.route.RouteTable;

/**
 * What routers decide in a cycle: reception, route computation, channel and switch allocation, and switch traversal.
 *
 * <p>Both allocations see the state at the start of the cycle. Their effects are applied in the order channels, routes,
 * traversals; what a traversal frees is therefore seen in the next cycle, as in BookSim2.
 */
final class Pipeline {
    private final Wiring wiring;
    private final Routers state;
    private final Links links;
    private final RouteTable routes;
    private final SwitchAllocator switches;
    private final ChannelAllocator channels;
    private final Dropper dropper;
    private final WholeFork wholeFork;
    private final PacketPool packets;
    private final DropCounter drops;
    private final Cut cut;
    private final boolean routingStage;
    private final boolean routesOnLinks;
    private final boolean speculative;
    private final int earliestTraversal;
    private FabricMonitor monitor;

    Pipeline(
            final FabricSpec spec,
            final Routers state,
            final Links links,
            final RouteTable routes,
            final PacketPool packets,
            final DropCounter drops,
            final Cut cut) {
        final RouterSpec router = spec.router();
        this.state = state;
        this.links = links;
        this.routes = routes;
        this.packets = packets;
        this.drops = drops;
        this.cut = cut;
        wiring = state.wiring;
        routingStage = router.routingDelay() == 1;
        routesOnLinks = Links.routesOnLinks(spec);
        speculative = router.speculative();
        earliestTraversal = router.hopCycles() - Links.SWITCH;
        switches = SwitchAllocator.of(router.switchAllocator(), state, speculative);
        channels = ChannelAllocator.of(router.vcAllocator(), state);
        wholeFork = spec.replication() == Replication.SYNCHRONOUS ? new WholeFork(state, this, channels) : null;
        dropper = spec.dropAfter() == FabricSpec.NEVER_DROP
                ? null
                : new Dropper(this, state, routes, drops, spec.dropAfter());
    }

    /** Listens to flits; null switches it off. */
    void monitor(final FabricMonitor listener) {
        monitor = listener;
    }

    /** A flit enters the buffer of an input VC; its router is awake. */
    void receive(final int inputVc, final long flit, final long cycle) {
        if (Listening.hasBegun()) {
            tellBuffered(inputVc, 1, cycle);
        }
        if (state.append(inputVc, flit) > 0) {
            return;
        }
        final int router = Wiring.routerOf(inputVc);
        final int input = Wiring.inputOf(inputVc);
        if ((state.active[router] >>> input & 1) == 0) {
            arriveInFront(router, input, flit, cycle);
        } else {
            final int outputVc = state.outputVc(inputVc);
            final int output = Wiring.portOf(outputVc);
            final int full = state.fullChannels[router << Wiring.SHIFT | output];
            if ((full >>> Wiring.channelOf(outputVc) & 1) == 0) {
                state.bidForSwitch(router, input, output);
            }
        }
    }

    /**
     * Runs one cycle of a router.
     *
     * @param router the router
     * @param cycle the current cycle
     * @return whether it has something to decide in the next cycle
     */
    boolean decide(final int router, final long cycle) {
        if (dropper != null) {
            dropper.dropBlocked(router, cycle);
        } else if (wholeFork != null && state.forking[router] != 0) {
            return decideWholeForks(router, cycle);
        } else if (mayBeAlone(router, cycle) && passAlone(router, cycle)) {
            return false;
        }
        allocate(router, true, cycle);
        return dropper == null ? anyBid(router) : dropper.watches(router);
    }

    /** Whether something in a router can go on in the next cycle. */
    private boolean anyBid(final int router) {
        return (state.switchPorts(router) | state.channelPorts(router)) != 0
                || wholeFork != null && state.forking[router] != 0;
    }

    private boolean decideWholeForks(final int router, final long cycle) {
        allocate(router, !wholeFork.copy(router, cycle), cycle);
        return anyBid(router);
    }

    /** Allocates channels and, where the crossbar is free, the switch. */
    private void allocate(final int router, final boolean crossbarFree, final long cycle) {
        final int won = crossbarFree ? switches.match(router) : 0;
        final int asked = state.channelPorts(router);
        if (asked != 0) {
            channels.allocate(router, asked);
        }
        state.fresh[router] = 0;
        for (int rest = won; rest != 0; rest &= rest - 1) {
            final int output = Integer.numberOfTrailingZeros(rest);
            traverse(router, switches.winner(output), output, cycle);
        }
    }

    /** What {@link #passAlone} needs, as far as it is quickly seen: it is too large to be tried, in vain, in every visit. */
    private boolean mayBeAlone(final int router, final long cycle) {
        final int asked = state.askedPorts(router);
        return (asked & asked - 1) == 0 && state.fullCount == 0 && (speculative || !links.expects(router, cycle + 1));
    }

    /**
     * Sends the only packet of a router on its way in one visit, when nothing can interfere: the flits that come in the next
     * two cycles are known (from another part of the mesh, in the next one only), and with a credit on every channel no returning
     * credit changes a decision.
     *
     * @return whether the router has nothing left to do
     */
    private boolean passAlone(final int router, final long cycle) {
        final int asked = state.askedPorts(router);
        if (asked == 0) {
            return true;
        }
        final int output = Integer.numberOfTrailingZeros(asked);
        final int port = router << Wiring.SHIFT | output;
        final long bids = state.channelBids[port];
        final int free = state.freeChannels[port];
        if (state.switchBids[port] != 0 || (bids & (bids - 1)) != 0 || free == 0) {
            return false;
        }
        final int input = Long.numberOfTrailingZeros(bids);
        final int inputVc = router << Wiring.INPUT_SHIFT | input;
        final long flit = state.front(inputVc);
        final long when = cycle + (state.fresh[router] == 0 ? 0 : 1) + (speculative ? 0 : 1);
        if (state.count(inputVc) != 1
                || !Flit.isLone(flit)
                || when > cycle && links.expects(router, cycle + 1)
                || when > cycle + 1 && (links.expects(router, cycle + 2) || wiring.isAtCut(router))) {
            return false;
        }
        state.fresh[router] = 0;
        state.withdrawFromChannel(router, input, output);
        final int channel = channels.grantAlone(router, input, output, free);
        switches.grantAlone(router, input, output);
        send(port, channel, flit, when);
        pop(inputVc, when);
        noteLeaving(inputVc, when);
        returnCredit(router, input, when);
        return true;
    }

    /**
     * A head enters an empty buffer. One that was routed on its way came a cycle ago: if the buffer was freed by the switch in
     * that cycle, it has become the front only then, and its routing stage is now.
     */
    private void arriveInFront(final int router, final int input, final long flit, final long cycle) {
        if (routesOnLinks && !Flit.isTree(flit) && state.leftAt[router << Wiring.INPUT_SHIFT | input] != cycle - 1) {
            requestChannel(router, input, flit, cycle);
        } else {
            becomeFront(router, input, flit, cycle);
        }
    }

    private void becomeFront(final int router, final int input, final long flit, final long cycle) {
        if (dropper != null || wholeFork != null) {
            state.readySince[router << Wiring.INPUT_SHIFT | input] = cycle + earliestTraversal;
        }
        if (routingStage) {
            state.fresh[router] |= 1L << input;
        }
        requestChannel(router, input, flit, cycle);
    }

    private void requestChannel(final int router, final int input, final long flit, final long cycle) {
        if (Flit.isTree(flit)) {
            fork(router, input, flit, cycle);
            return;
        }
        final int output = wiring.outputPort(router, Flit.goal(flit));
        state.bidForChannel(router, input, output);
    }

    private void fork(final int router, final int input, final long flit, final long cycle) {
        final int tree = Flit.goal(flit);
        final int outputs = routes.mask(tree, router);
        if (routes.isKeyed(tree)) {
            state.lookups[router]++;
        }
        if (outputs == 0) {
            drops.drop(flit, 0, router, cycle);
            leaveBuffer(router, input, cycle);
            return;
        }
        final int copies = Integer.bitCount(outputs);
        packets.copied(Flit.packet(flit), copies - 1);
        state.forks[router] += copies - 1;
        state.branches[router << Wiring.INPUT_SHIFT | input] = outputs;
        state.forking[router] |= 1L << input;
        if (wholeFork != null) {
            return;
        }
        for (int rest = outputs; rest != 0; rest &= rest - 1) {
            state.bidForChannel(router, input, Integer.numberOfTrailingZeros(rest));
        }
    }

    private void traverse(final int router, final int input, final int output, final long cycle) {
        // A speculative winner that has not got a channel with a credit wastes its turn.
        final int port = router << Wiring.SHIFT | output;
        if (speculative && (state.switchBids[port] >>> input & 1) == 0) {
            return;
        }
        final int inputVc = router << Wiring.INPUT_SHIFT | input;
        final int channel = state.held(router, input, output);
        final long flit = state.front(inputVc);
        final boolean full = send(port, channel, flit, cycle);
        if (Flit.isTail(flit)) {
            state.release(router, input, output, channel);
            if (!state.isForking(router, input)) {
                state.active[router] &= ~(1L << input);
                leaveBuffer(router, input, cycle);
            } else {
                leaveBranch(router, input, output, cycle);
            }
        } else {
            state.followers[port]++;
            if (pop(inputVc, cycle) == 0 || full) {
                state.withdrawFromSwitch(router, input, output);
            }
            returnCredit(router, input, cycle);
        }
    }

    /** Puts a flit on a link; true when it took the last credit of its channel. */
    boolean send(final int port, final int channel, final long flit, final long cycle) {
        state.passages[port]++;
        if (Listening.hasBegun()) {
            tellPassed(port, flit, cycle);
        }
        final int target = wiring.down[port];
        if (target >= 0) {
            links.flit(cycle + Links.SWITCH, target + channel, flit);
        } else if (Wiring.isCut(target)) {
            cut.flit(cycle + Links.SWITCH, target, channel, flit);
        } else {
            links.eject(cycle + Links.SWITCH, Links.nodeTarget(~target, channel), flit);
        }
        return state.useCredit(port, channel);
    }

    /** A branch of a copied packet is done; the last one frees the buffer. */
    void leaveBranch(final int router, final int input, final int output, final long cycle) {
        final int inputVc = router << Wiring.INPUT_SHIFT | input;
        final int left = state.branches[inputVc] & ~(1 << output);
        state.branches[inputVc] = left;
        if (left == 0) {
            state.forking[router] &= ~(1L << input);
            leaveBuffer(router, input, cycle);
        }
    }

    /** The front packet has left an input VC, which turns to the packet behind it. */
    void leaveBuffer(final int router, final int input, final long cycle) {
        final int inputVc = router << Wiring.INPUT_SHIFT | input;
        final int left = pop(inputVc, cycle);
        noteLeaving(inputVc, cycle);
        returnCredit(router, input, cycle);
        if (left > 0) {
            becomeFront(router, input, state.front(inputVc), cycle);
        }
    }

    /** Takes the front flit out of a buffer; flits left. */
    private int pop(final int inputVc, final long cycle) {
        if (Listening.hasBegun()) {
            tellBuffered(inputVc, -1, cycle);
        }
        return state.pop(inputVc);
    }

    private void tellPassed(final int port, final long flit, final long cycle) {
        if (monitor != null) {
            monitor.passed(packets.id[Flit.packet(flit)], port >> Wiring.SHIFT, Wiring.channelOf(port), cycle);
        }
    }

    private void tellBuffered(final int inputVc, final int change, final long cycle) {
        if (monitor != null) {
            monitor.buffered(Wiring.routerOf(inputVc), Wiring.portOf(Wiring.inputOf(inputVc)), change, cycle);
        }
    }

    private void noteLeaving(final int inputVc, final long cycle) {
        if (routesOnLinks) {
            state.leftAt[inputVc] = cycle;
        }
    }

    void save(final StateWriter out) {
        if (wholeFork != null) {
            out.putLongs(wholeFork.state());
        }
    }

    void restore(final StateReader in) {
        if (wholeFork != null) {
            in.getLongs(wholeFork.state());
        }
    }

    private void returnCredit(final int router, final int input, final long cycle) {
        final int port = Wiring.portOf(input);
        final int channel = Wiring.channelOf(input);
        final int source = wiring.up[router << Wiring.SHIFT | port];
        if (source >= 0) {
            links.creditRouter(cycle, source + channel);
        } else if (Wiring.isCut(source)) {
            cut.credit(cycle, source, channel);
        } else {
            links.creditNode(cycle, Links.nodeTarget(~source, channel));
        }
    }
}
