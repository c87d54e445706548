package org.ranvier.router.cycle;

import org.ranvier.core.parallel.Mailbox;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/**
 * The links between a part of the mesh and its neighbours: flits and credits leave in mailboxes and come from those of the others.
 *
 * <p>A flit takes its packet along; with its tail the packet leaves the pool here and, with its head, has entered the one
 * there. A flit message has the words arrival cycle, input VC, flit, packet, number, injection cycle; a credit message the
 * due cycle and the output VC.
 */
final class Cut {
    private static final int BEFORE = 0;
    private static final int BEHIND = 1;
    private static final int FLIT_WORDS = 6;
    private static final int CREDIT_WORDS = 2;
    private static final long NOT_PACKET = ~0xFFFFFFFFL;

    private final Links links;
    private final PacketPool packets;

    /** Per side, towards smaller and larger rows: what leaves and what comes; null where the mesh ends. */
    private final Mailbox[] flitsOut = new Mailbox[2];

    private final Mailbox[] flitsIn = new Mailbox[2];
    private final Mailbox[] creditsOut = new Mailbox[2];
    private final Mailbox[] creditsIn = new Mailbox[2];

    /** The first router of the part. */
    private int firstRouter;

    /** Per input VC: the place of the packet whose head has come over a cut and whose tail has not. */
    private final int[] arriving;

    Cut(final Wiring wiring, final Links links, final PacketPool packets) {
        this.links = links;
        this.packets = packets;
        arriving = new int[wiring.routers << Wiring.INPUT_SHIFT];
    }

    /** Connects two neighbouring parts; {@code border} is the first router of the second one. */
    static void join(final Cut before, final Cut behind, final int border) {
        behind.firstRouter = border;
        before.flitsOut[BEHIND] = behind.flitsIn[BEFORE] = new Mailbox();
        before.creditsOut[BEHIND] = behind.creditsIn[BEFORE] = new Mailbox();
        behind.flitsOut[BEFORE] = before.flitsIn[BEHIND] = new Mailbox();
        behind.creditsOut[BEFORE] = before.creditsIn[BEHIND] = new Mailbox();
    }

    /** A flit leaves by a port whose end is cut. */
    void flit(final long arrival, final int end, final int channel, final long flit) {
        final int inputVc = (~end & ~Wiring.CUT) + channel;
        final int packet = Flit.packet(flit);
        final Mailbox box = flitsOut[side(inputVc)];
        final int at = box.append(arrival, FLIT_WORDS);
        final long[] words = box.outgoing();
        words[at] = arrival;
        words[at + 1] = inputVc;
        words[at + 2] = flit;
        words[at + 3] = packets.word[packet];
        words[at + 4] = packets.id[packet];
        words[at + 5] = packets.injected[packet];
        if (Flit.isTail(flit)) {
            packets.release(packet);
        }
    }

    /** A credit goes back over a port whose end is cut. */
    void credit(final long cycle, final int end, final int channel) {
        final int outputVc = (~end & ~Wiring.CUT) + channel;
        final long due = links.creditDue(cycle);
        final Mailbox box = creditsOut[side(outputVc)];
        final int at = box.append(due, CREDIT_WORDS);
        box.outgoing()[at] = due;
        box.outgoing()[at + 1] = outputVc;
    }

    private int side(final int vc) {
        return Wiring.routerOf(vc) < firstRouter ? BEFORE : BEHIND;
    }

    /** Receives what the neighbours have sent; the first cycle in which something is due. */
    long exchange() {
        long first = Long.MAX_VALUE;
        for (int side = BEFORE; side <= BEHIND; side++) {
            if (flitsIn[side] != null) {
                first = Math.min(first, flitsIn[side].exchange());
                first = Math.min(first, creditsIn[side].exchange());
            }
        }
        return first;
    }

    /** Whether the neighbours have sent something. */
    boolean hasMail() {
        for (int side = BEFORE; side <= BEHIND; side++) {
            if (flitsIn[side] != null && flitsIn[side].received() + creditsIn[side].received() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Puts on the links what the neighbours have sent. */
    void takeIn() {
        for (int side = BEFORE; side <= BEHIND; side++) {
            if (flitsIn[side] != null) {
                takeFlits(flitsIn[side]);
                takeCredits(creditsIn[side]);
            }
        }
    }

    private void takeFlits(final Mailbox box) {
        final long[] words = box.incoming();
        for (int at = 0; at < box.received(); at += FLIT_WORDS) {
            final int inputVc = (int) words[at + 1];
            final long flit = words[at + 2];
            if (Flit.isHead(flit)) {
                arriving[inputVc] = packets.adopt(words[at + 3], words[at + 4], words[at + 5]);
            }
            links.flit(words[at], inputVc, flit & NOT_PACKET | arriving[inputVc]);
        }
        box.clear();
    }

    private void takeCredits(final Mailbox box) {
        final long[] words = box.incoming();
        for (int at = 0; at < box.received(); at += CREDIT_WORDS) {
            links.creditAt(words[at], (int) words[at + 1]);
        }
        box.clear();
    }

    void save(final StateWriter out) {
        out.section("cut").putInts(arriving);
    }

    void restore(final StateReader in) {
        in.section("cut").getInts(arriving);
    }
}
