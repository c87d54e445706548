package org.ranvier.router.cycle;

import java.util.Arrays;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/**
 * The state of all routers: input buffers, channel states as bit masks, credits and arbiter pointers.
 *
 * <p>An input VC is idle, is in the routing stage ({@link #fresh}), bids for output VCs of a port ({@link #channelBids}), or holds
 * one and bids for the switch ({@link #switchBids}) while it has a flit and a credit. Masks have one bit per input VC of a
 * router. Index conventions are those of {@link Wiring}.
 */
final class Routers {
    private static final int COUNT_MASK = 0xFFFF;
    private static final int HEAD_SHIFT = 16;
    private static final int CHANNEL_SHIFT = 8;
    private static final int FREE_SHIFT = 16;
    private static final int PORT_MASK = 0xFF;

    final Wiring wiring;
    final int bufferFlits;
    private final int ringMask;
    private final int ringStride;

    /** Bit set of routers that have something to decide. */
    final long[] awake;

    // Per router.
    final long[] fresh;
    final long[] active;
    final long[] forking;
    final long[] lookups;
    final long[] forks;

    /** Ports asked for in the switch (bits 0..7), asked for a channel (8..15), with a free channel (16..23). */
    private final int[] portSets;

    // Per port; output ports but for switchAccept and channelOffset, which belong to input ports.
    final long[] switchBids;
    final long[] channelBids;
    final int[] freeChannels;
    final int[] fullChannels;
    final int[] switchGrant;
    final int[] switchAccept;
    final int[] channelOffset;
    final long[] passages;
    final long[] followers;

    // Per input VC.
    private final int[] fill;
    final int[] branches;

    /** The output VC after the last one that was got: the next in turn, and one more than the one that an active VC holds. */
    final int[] channelAccept;

    final long[] readySince;

    /** The cycle in which a tail last left a buffer, where routes are computed on links. */
    final long[] leftAt;

    /** The output VCs that a packet that is copied holds, one byte per output port. */
    private final long[] held;

    // Per output VC.
    final int[] occupancy;

    /** The input after the last one that got the channel: the next in turn, and one more than the holder of a channel in use. */
    final int[] channelGrant;

    /** Buffer places, the first of all input VCs together: a VC that was empty starts there again. */
    private final long[] ring;

    /** Output VCs without a credit: while there are any, credits must be counted on time. */
    int fullCount;

    Routers(final Wiring wiring, final int bufferFlits) {
        this.wiring = wiring;
        this.bufferFlits = bufferFlits;
        final int routers = wiring.routers;
        final int ports = routers << Wiring.SHIFT;
        final int channels = routers << Wiring.INPUT_SHIFT;
        ringMask = Bits.powerOfTwo(bufferFlits) - 1;
        ringStride = channels;
        awake = new long[Bits.words(routers)];
        fresh = new long[routers];
        active = new long[routers];
        forking = new long[routers];
        lookups = new long[routers];
        forks = new long[routers];
        portSets = new int[routers];
        switchBids = new long[ports];
        channelBids = new long[ports];
        freeChannels = new int[ports];
        fullChannels = new int[ports];
        switchGrant = new int[ports];
        switchAccept = new int[ports];
        channelOffset = new int[ports];
        passages = new long[ports];
        followers = new long[ports];
        fill = new int[channels];
        branches = new int[channels];
        channelAccept = new int[channels];
        readySince = new long[channels];
        leftAt = new long[channels];
        Arrays.fill(leftAt, -2);
        held = new long[channels];
        occupancy = new int[channels];
        channelGrant = new int[channels];
        ring = new long[channels * (ringMask + 1)];
        Arrays.fill(portSets, PORT_MASK << FREE_SHIFT);
        Arrays.fill(freeChannels, (1 << wiring.channels) - 1);
    }

    int count(final int inputVc) {
        return fill[inputVc] & COUNT_MASK;
    }

    long front(final int inputVc) {
        return ring[(fill[inputVc] >>> HEAD_SHIFT) * ringStride + inputVc];
    }

    /** Puts a flit into a buffer and returns how many were there before. */
    int append(final int inputVc, final long flit) {
        final int before = fill[inputVc];
        final int flits = before & COUNT_MASK;
        ring[(((before >>> HEAD_SHIFT) + flits) & ringMask) * ringStride + inputVc] = flit;
        fill[inputVc] = before + 1;
        return flits;
    }

    /** Removes the front flit and returns how many are left. */
    int pop(final int inputVc) {
        final int before = fill[inputVc];
        final int left = (before & COUNT_MASK) - 1;
        fill[inputVc] = left == 0 ? 0 : (((before >>> HEAD_SHIFT) + 1) & ringMask) << HEAD_SHIFT | left;
        return left;
    }

    /** Output ports that input VCs with a flit and a credit ask for. */
    int switchPorts(final int router) {
        return portSets[router] & PORT_MASK;
    }

    /** Output ports that head flits ask a channel of and that have a free one. */
    int channelPorts(final int router) {
        final int sets = portSets[router];
        return sets >>> CHANNEL_SHIFT & sets >>> FREE_SHIFT & PORT_MASK;
    }

    /** All output ports asked for, in the switch or for a channel, free or not. */
    int askedPorts(final int router) {
        final int sets = portSets[router];
        return (sets | sets >>> CHANNEL_SHIFT) & PORT_MASK;
    }

    boolean isForking(final int router, final int input) {
        return (forking[router] >>> input & 1) != 0;
    }

    /** The output VC that a packet that goes to one node holds: output port and channel. */
    int outputVc(final int inputVc) {
        return Wiring.inputOf(channelAccept[inputVc] - 1);
    }

    /** The channel of an output that an input VC holds. */
    int held(final int router, final int input, final int output) {
        final int inputVc = router << Wiring.INPUT_SHIFT | input;
        return isForking(router, input)
                ? (int) (held[inputVc] >>> (output << Wiring.SHIFT)) & PORT_MASK
                : Wiring.channelOf(channelAccept[inputVc] - 1);
    }

    void bidForSwitch(final int router, final int input, final int output) {
        switchBids[router << Wiring.SHIFT | output] |= 1L << input;
        portSets[router] |= 1 << output;
    }

    void withdrawFromSwitch(final int router, final int input, final int output) {
        final int port = router << Wiring.SHIFT | output;
        final long left = switchBids[port] & ~(1L << input);
        switchBids[port] = left;
        if (left == 0) {
            portSets[router] &= ~(1 << output);
        }
    }

    void bidForChannel(final int router, final int input, final int output) {
        channelBids[router << Wiring.SHIFT | output] |= 1L << input;
        portSets[router] |= 1 << CHANNEL_SHIFT + output;
    }

    void withdrawFromChannel(final int router, final int input, final int output) {
        final int port = router << Wiring.SHIFT | output;
        final long left = channelBids[port] & ~(1L << input);
        channelBids[port] = left;
        if (left == 0) {
            portSets[router] &= ~(1 << CHANNEL_SHIFT + output);
        }
    }

    /** Gives an output VC to an input VC, which bids for the switch from the next cycle if there is a credit. */
    void grantChannel(final int router, final int input, final int output, final int channel) {
        final int port = router << Wiring.SHIFT | output;
        final int free = freeChannels[port] & ~(1 << channel);
        freeChannels[port] = free;
        if (free == 0) {
            portSets[router] &= ~(1 << FREE_SHIFT + output);
        }
        withdrawFromChannel(router, input, output);
        if (isForking(router, input)) {
            hold(router << Wiring.INPUT_SHIFT | input, output, channel);
        } else {
            active[router] |= 1L << input;
        }
        if ((fullChannels[port] >>> channel & 1) == 0) {
            bidForSwitch(router, input, output);
        }
    }

    private void hold(final int inputVc, final int output, final int channel) {
        final int shift = output << Wiring.SHIFT;
        held[inputVc] = held[inputVc] & ~((long) PORT_MASK << shift) | (long) channel << shift;
    }

    void freeChannel(final int router, final int output, final int channel) {
        final int port = router << Wiring.SHIFT | output;
        freeChannels[port] |= 1 << channel;
        portSets[router] |= 1 << FREE_SHIFT + output;
    }

    /** Takes the channel and the switch from an input VC whose packet has passed. */
    void release(final int router, final int input, final int output, final int channel) {
        final int port = router << Wiring.SHIFT | output;
        freeChannels[port] |= 1 << channel;
        final long left = switchBids[port] & ~(1L << input);
        switchBids[port] = left;
        final int open = portSets[router] | 1 << FREE_SHIFT + output;
        portSets[router] = left == 0 ? open & ~(1 << output) : open;
    }

    /** Counts a flit sent on an output VC; true when it was the last credit. */
    boolean useCredit(final int port, final int channel) {
        if (++occupancy[port << Wiring.SHIFT | channel] < bufferFlits) {
            return false;
        }
        fullChannels[port] |= 1 << channel;
        fullCount++;
        return true;
    }

    /** Counts a returned credit; a holder that waited for it bids for the switch in this cycle. */
    void credit(final int outputVc) {
        if (occupancy[outputVc]-- == bufferFlits) {
            reopen(outputVc);
        }
    }

    private void reopen(final int outputVc) {
        fullCount--;
        final int router = Wiring.routerOf(outputVc);
        final int channel = Wiring.channelOf(outputVc);
        final int port = outputVc >> Wiring.SHIFT;
        fullChannels[port] &= ~(1 << channel);
        final int input = Wiring.inputOf(channelGrant[outputVc] - 1);
        if ((freeChannels[port] >>> channel & 1) == 0 && count(router << Wiring.INPUT_SHIFT | input) > 0) {
            bidForSwitch(router, input, Wiring.portOf(Wiring.inputOf(outputVc)));
            Bits.set(awake, router);
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
            lookups,
            forks,
            awake,
            fresh,
            active,
            forking,
            switchBids,
            channelBids,
            passages,
            followers,
            readySince,
            leftAt,
            held,
            ring
        };
    }

    private int[][] intState() {
        return new int[][] {
            portSets,
            freeChannels,
            fullChannels,
            switchGrant,
            switchAccept,
            channelOffset,
            fill,
            branches,
            channelAccept,
            occupancy,
            channelGrant
        };
    }
}
