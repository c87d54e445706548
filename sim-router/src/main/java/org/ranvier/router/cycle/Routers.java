package org.ranvier.router.cycle;

import java.util.Arrays;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/**
 * The state of all routers: input buffers, channel states as bit masks, credits and arbiter pointers.
 *
 * <p>An input VC is idle, waits for its route ({@link #routing}), bids for output VCs of a port ({@link #channelBids}), or holds
 * one and bids for the switch ({@link #switchBids}) while it has a flit and a credit. Masks have one bit per input VC of a
 * router. Index conventions are those of {@link Wiring}.
 */
final class Routers {
    private static final int NOBODY = -1;

    final Wiring wiring;
    final int bufferFlits;
    private final int ringSize;
    private final int ringMask;

    /** Bit set of routers that have something to decide. */
    final long[] awake;

    // Per router.
    final long[] routing;
    final long[] active;
    final long[] forking;
    final int[] switchPorts;
    final int[] channelPorts;
    final int[] freePorts;
    final long[] lookups;
    final long[] forks;

    // Per port; output ports but for switchAccept and channelOffset, which belong to input ports.
    final long[] switchBids;
    final long[] channelBids;
    final int[] freeChannels;
    final int[] fullChannels;
    final int[] switchGrant;
    final int[] switchAccept;
    final int[] channelOffset;
    final long[] passages;
    final long[] grants;

    // Per input VC.
    final int[] head;
    final int[] count;
    final int[] outputOf;
    final int[] branches;
    final int[] channelAccept;
    final long[] readySince;

    // Per input VC and output port: the output VC held.
    final int[] held;

    // Per output VC.
    final int[] occupancy;
    final int[] holder;
    final int[] channelGrant;

    private final long[] ring;

    /** Output VCs without a credit: while there are any, credits must be counted on time. */
    int fullCount;

    Routers(final Wiring wiring, final int bufferFlits) {
        this.wiring = wiring;
        this.bufferFlits = bufferFlits;
        ringSize = Bits.powerOfTwo(bufferFlits);
        ringMask = ringSize - 1;
        final int routers = wiring.routers;
        final int ports = routers * wiring.ports;
        final int channels = routers * wiring.inputs;
        awake = new long[Bits.words(routers)];
        routing = new long[routers];
        active = new long[routers];
        forking = new long[routers];
        switchPorts = new int[routers];
        channelPorts = new int[routers];
        freePorts = new int[routers];
        lookups = new long[routers];
        forks = new long[routers];
        switchBids = new long[ports];
        channelBids = new long[ports];
        freeChannels = new int[ports];
        fullChannels = new int[ports];
        switchGrant = new int[ports];
        switchAccept = new int[ports];
        channelOffset = new int[ports];
        passages = new long[ports];
        grants = new long[ports];
        head = new int[channels];
        count = new int[channels];
        outputOf = new int[channels];
        branches = new int[channels];
        channelAccept = new int[channels];
        readySince = new long[channels];
        held = new int[channels * wiring.ports];
        occupancy = new int[channels];
        holder = new int[channels];
        channelGrant = new int[channels];
        ring = new long[channels * ringSize];
        Arrays.fill(holder, NOBODY);
        Arrays.fill(freePorts, (1 << wiring.ports) - 1);
        Arrays.fill(freeChannels, (1 << wiring.channels) - 1);
    }

    long front(final int inputVc) {
        return ring[inputVc * ringSize + head[inputVc]];
    }

    void append(final int inputVc, final long flit) {
        ring[inputVc * ringSize + ((head[inputVc] + count[inputVc]) & ringMask)] = flit;
        count[inputVc]++;
    }

    /** Removes the front flit and returns how many are left. */
    int pop(final int inputVc) {
        head[inputVc] = (head[inputVc] + 1) & ringMask;
        return --count[inputVc];
    }

    void wake(final int router) {
        awake[router >> 6] |= 1L << router;
    }

    void bidForSwitch(final int router, final int input, final int output) {
        switchBids[router * wiring.ports + output] |= 1L << input;
        switchPorts[router] |= 1 << output;
    }

    void withdrawFromSwitch(final int router, final int input, final int output) {
        final int port = router * wiring.ports + output;
        final long left = switchBids[port] & ~(1L << input);
        switchBids[port] = left;
        if (left == 0) {
            switchPorts[router] &= ~(1 << output);
        }
    }

    void bidForChannel(final int router, final int input, final int output) {
        channelBids[router * wiring.ports + output] |= 1L << input;
        channelPorts[router] |= 1 << output;
    }

    void withdrawFromChannel(final int router, final int input, final int output) {
        final int port = router * wiring.ports + output;
        final long left = channelBids[port] & ~(1L << input);
        channelBids[port] = left;
        if (left == 0) {
            channelPorts[router] &= ~(1 << output);
        }
    }

    /** Gives an output VC to an input VC, which bids for the switch from the next cycle if there is a credit. */
    void grantChannel(final int router, final int input, final int output, final int channel) {
        final int port = router * wiring.ports + output;
        final int outputVc = port * wiring.channels + channel;
        holder[outputVc] = input;
        final int free = freeChannels[port] & ~(1 << channel);
        freeChannels[port] = free;
        if (free == 0) {
            freePorts[router] &= ~(1 << output);
        }
        withdrawFromChannel(router, input, output);
        held[(router * wiring.inputs + input) * wiring.ports + output] = channel;
        if ((forking[router] >>> input & 1) == 0) {
            active[router] |= 1L << input;
        }
        if (occupancy[outputVc] < bufferFlits) {
            bidForSwitch(router, input, output);
        }
        grants[port]++;
    }

    void freeChannel(final int router, final int output, final int channel) {
        final int port = router * wiring.ports + output;
        holder[port * wiring.channels + channel] = NOBODY;
        freeChannels[port] |= 1 << channel;
        freePorts[router] |= 1 << output;
    }

    /** Counts a flit sent on an output VC; true when it was the last credit. */
    boolean useCredit(final int port, final int channel) {
        final int outputVc = port * wiring.channels + channel;
        if (++occupancy[outputVc] < bufferFlits) {
            return false;
        }
        fullChannels[port] |= 1 << channel;
        fullCount++;
        return true;
    }

    /** Counts a returned credit; a holder that waited for it bids for the switch in this cycle. */
    void credit(final int outputVc) {
        if (occupancy[outputVc]-- < bufferFlits) {
            return;
        }
        fullCount--;
        final int router = wiring.routerOf[outputVc];
        final int local = outputVc - router * wiring.inputs;
        final int output = wiring.portOf[local];
        fullChannels[router * wiring.ports + output] &= ~(1 << (local - output * wiring.channels));
        final int input = holder[outputVc];
        if (input != NOBODY && count[router * wiring.inputs + input] > 0) {
            bidForSwitch(router, input, output);
            wake(router);
        }
    }

    void save(final StateWriter out) {
        out.section("routers").putInt(fullCount);
        for (final long[] values : longState()) {
            out.putLongs(values);
        }
        for (final int[] values : intState()) {
            out.putInts(values);
        }
    }

    void restore(final StateReader in) {
        fullCount = in.section("routers").getInt();
        for (final long[] values : longState()) {
            in.getLongs(values);
        }
        for (final int[] values : intState()) {
            in.getInts(values);
        }
    }

    private long[][] longState() {
        return new long[][] {
            lookups, forks, awake, routing, active, forking, switchBids, channelBids, passages, grants, readySince, ring
        };
    }

    private int[][] intState() {
        return new int[][] {
            switchPorts,
            channelPorts,
            freePorts,
            freeChannels,
            fullChannels,
            switchGrant,
            switchAccept,
            channelOffset,
            head,
            count,
            outputOf,
            branches,
            channelAccept,
            held,
            occupancy,
            holder,
            channelGrant
        };
    }
}
