package org.ranvier.router.cycle;

import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.Replication;

/**
 * Everything that is on its way: flits to routers and nodes, credits to routers and nodes, each in a wheel by due cycle.
 *
 * <p>Flits are due two cycles after injection or three after the switch was won, credits two cycles later plus the routers'
 * credit delay. A head that is routed on its way is due one cycle later and may meet the flit behind it in
 * one slot; flits of one link stay in order. Otherwise order inside a slot has no meaning.
 */
final class Links {
    /** Cycles from a node's injection until its router has the flit. */
    static final int INJECT = 2;

    /** Cycles from winning the switch until the next router or node has the flit. */
    static final int SWITCH = 3;

    /** Cycles until a credit is back, without the credit delay. */
    static final int CREDIT = 2;

    /** Slots of the wheels of flits and of node credits; later than any of them is due. */
    static final int SLOTS = 8;

    /** Cycles by which a lone flit's way through a router may be decided in advance. */
    static final int AHEAD = 2;

    /** A bit set per slot: the routers that get a flit. */
    private final long[] expected;

    private final int routerWords;

    final int[] flitCount = new int[SLOTS];

    /** Places {@link #place} and on belong to a slot. */
    final int[] flitTarget;

    final long[] flitWord;
    final int[] ejectCount = new int[SLOTS];
    final int[][] ejectTarget;
    final long[][] ejectWord;
    final int[] nodeCreditCount = new int[SLOTS];
    final int[][] nodeCredit;
    final int[] creditCount;
    final int[] credit;
    private final int placeShift;
    private final int creditShift;
    private final long headDelay;

    /** Slots that hold something, one bit each: flits of both kinds, node credits, router credits. */
    private long flitBusy;

    private long nodeCreditBusy;
    private long creditBusy;
    private final int creditMask;
    private final int creditCycles;

    Links(final Wiring wiring, final FabricSpec spec) {
        final int links = wiring.routers * wiring.ports;
        creditCycles = CREDIT + spec.router().creditDelay();
        headDelay = routesOnLinks(spec) ? 1 : 0;
        final int creditSlots = Bits.powerOfTwo(AHEAD + creditCycles + 1);
        creditMask = creditSlots - 1;
        routerWords = Bits.words(wiring.routers);
        expected = new long[SLOTS * routerWords];
        placeShift = Bits.log(2 * links);
        flitTarget = new int[SLOTS << placeShift];
        flitWord = new long[SLOTS << placeShift];
        ejectTarget = new int[SLOTS][wiring.nodes];
        ejectWord = new long[SLOTS][wiring.nodes];
        nodeCredit = new int[SLOTS][wiring.nodes * wiring.channels];
        creditCount = new int[creditSlots];
        creditShift = Bits.log(links * wiring.channels + wiring.nodes);
        credit = new int[creditSlots << creditShift];
    }

    /**
     * Whether heads spend the routing stage on the link. Drops and synchronous copies free a buffer at another point of the cycle
     * than the switch does; there the stage is spent in the buffer.
     */
    static boolean routesOnLinks(final FabricSpec spec) {
        return spec.router().routingDelay() == 1
                && spec.dropAfter() == FabricSpec.NEVER_DROP
                && spec.replication() == Replication.ASYNCHRONOUS;
    }

    static int slot(final long cycle) {
        return (int) cycle & (SLOTS - 1);
    }

    /** Packs a node and one of its channels. */
    static int nodeTarget(final int node, final int channel) {
        return node << Wiring.SHIFT | channel;
    }

    static int targetNode(final int target) {
        return target >> Wiring.SHIFT;
    }

    static int targetChannel(final int target) {
        return Wiring.channelOf(target);
    }

    /** The cycle in which a credit that is given in {@code cycle} counts. */
    long creditDue(final long cycle) {
        return cycle + creditCycles;
    }

    int creditSlot(final long cycle) {
        return (int) cycle & creditMask;
    }

    /** The first place of a slot's flits. */
    int place(final int slot) {
        return slot << placeShift;
    }

    /** The first place of a slot's router credits. */
    int creditPlace(final int slot) {
        return slot << creditShift;
    }

    /**
     * A flit due at an input VC. The head of a packet with one goal spends the routing stage on the link: it asks for a
     * channel in the same cycle as if it had waited in the buffer, and its router need not be visited a cycle earlier.
     */
    void flit(final long arrival, final int inputVc, final long word) {
        final int slot = slot(arrival + (Flit.headOfOne(word) & headDelay));
        final int at = (slot << placeShift) + flitCount[slot]++;
        flitTarget[at] = inputVc;
        flitWord[at] = word;
        flitBusy |= 1L << slot;
        final int router = Wiring.routerOf(inputVc);
        expected[slot * routerWords + (router >> 6)] |= 1L << router;
    }

    /** Whether a router gets a flit in a cycle. */
    boolean expects(final int router, final long cycle) {
        return (expected[slot(cycle) * routerWords + (router >> 6)] >>> router & 1) != 0;
    }

    /** Adds the routers that get a flit in a slot to a bit set, and forgets them. */
    void wake(final int slot, final long[] awake) {
        for (int word = 0; word < routerWords; word++) {
            final int at = slot * routerWords + word;
            awake[word] |= expected[at];
            expected[at] = 0;
        }
    }

    /** A flit due at a node; {@code target} is a {@link #nodeTarget}. */
    void eject(final long due, final int target, final long word) {
        final int slot = slot(due);
        final int at = ejectCount[slot]++;
        ejectTarget[slot][at] = target;
        ejectWord[slot][at] = word;
        flitBusy |= 1L << slot;
    }

    /** A credit for an output VC of a router, given in {@code cycle}. */
    void creditRouter(final long cycle, final int outputVc) {
        creditAt(creditDue(cycle), outputVc);
    }

    /** A credit for an output VC of a router that counts in cycle {@code due}. */
    void creditAt(final long due, final int outputVc) {
        final int slot = creditSlot(due);
        credit[(slot << creditShift) + creditCount[slot]++] = outputVc;
        creditBusy |= 1L << slot;
    }

    /** A credit for a node's injection VC, a {@link #nodeTarget}, given in {@code cycle}. */
    void creditNode(final long cycle, final int target) {
        final int slot = slot(cycle + CREDIT);
        nodeCredit[slot][nodeCreditCount[slot]++] = target;
        nodeCreditBusy |= 1L << slot;
    }

    /**
     * Finds the next cycle in which something is due that cannot wait.
     *
     * @param cycle the current cycle, all of whose deliveries are done
     * @param routersWait whether a credit may let a router go on
     * @param nodesWait whether a credit may let a node inject
     * @return a cycle after {@code cycle}, or {@link Long#MAX_VALUE}
     */
    long nextDue(final long cycle, final boolean routersWait, final boolean nodesWait) {
        final long busy = nodesWait ? flitBusy | nodeCreditBusy : flitBusy;
        long next = firstAfter(cycle, busy, SLOTS);
        if (routersWait) {
            next = Math.min(next, firstAfter(cycle, creditBusy, creditMask + 1));
        }
        return next;
    }

    /** The first cycle after {@code cycle} whose slot is in a set of slots. */
    private static long firstAfter(final long cycle, final long busy, final int slots) {
        if (busy == 0) {
            return Long.MAX_VALUE;
        }
        final long twice = busy | busy << slots;
        return cycle + 1 + Long.numberOfTrailingZeros(twice >>> ((cycle + 1) & (slots - 1)));
    }

    /** Slots of node credits that fell due after {@code last} and up to {@code cycle}. */
    long dueNodeCredits(final long last, final long cycle) {
        return nodeCreditBusy & slotsBetween(last, cycle, SLOTS);
    }

    /** Slots of router credits that fell due after {@code last} and up to {@code cycle}. */
    long dueCredits(final long last, final long cycle) {
        return creditBusy & slotsBetween(last, cycle, creditMask + 1);
    }

    private static long slotsBetween(final long last, final long cycle, final int slots) {
        final long all = (1L << slots) - 1;
        if (cycle - last >= slots) {
            return all;
        }
        final long run = (1L << (cycle - last)) - 1 << ((last + 1) & (slots - 1));
        return (run | run >>> slots) & all;
    }

    void clearFlits(final int slot) {
        flitCount[slot] = 0;
        ejectCount[slot] = 0;
        flitBusy &= ~(1L << slot);
    }

    void clearNodeCredits(final int slot) {
        nodeCreditCount[slot] = 0;
        nodeCreditBusy &= ~(1L << slot);
    }

    void clearCredits(final int slot) {
        creditCount[slot] = 0;
        creditBusy &= ~(1L << slot);
    }

    void save(final StateWriter out) {
        out.section("links").putLong(flitBusy).putLong(nodeCreditBusy).putLong(creditBusy);
        out.putInts(flitCount).putInts(ejectCount).putInts(nodeCreditCount).putInts(creditCount);
        for (int slot = 0; slot < SLOTS; slot++) {
            out.putInts(ejectTarget[slot]).putLongs(ejectWord[slot]).putInts(nodeCredit[slot]);
        }
        out.putLongs(expected).putInts(flitTarget).putLongs(flitWord).putInts(credit);
    }

    void restore(final StateReader in) {
        flitBusy = in.section("links").getLong();
        nodeCreditBusy = in.getLong();
        creditBusy = in.getLong();
        in.getInts(flitCount);
        in.getInts(ejectCount);
        in.getInts(nodeCreditCount);
        in.getInts(creditCount);
        for (int slot = 0; slot < SLOTS; slot++) {
            in.getInts(ejectTarget[slot]);
            in.getLongs(ejectWord[slot]);
            in.getInts(nodeCredit[slot]);
        }
        in.getLongs(expected);
        in.getInts(flitTarget);
        in.getLongs(flitWord);
        in.getInts(credit);
    }
}
