package org.ranvier.router.parts;

import java.util.Arrays;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.time.Scheduler;

/** Keeps what happens in a part of a network until the window is over; then it is told in the order of cycles. */
final class FabricLog implements FabricMonitor {
    private static final int WORDS = 7;
    private static final int QUEUED = 0;
    private static final int HEAD_ARRIVED = 1;
    private static final int DELIVERED = 2;
    private static final int INJECTED = 3;
    private static final int BUFFERED = 4;
    private static final int PASSED = 5;

    private final Scheduler scheduler;
    private long[] words = new long[64 * WORDS];
    private int written;
    private int told;
    private boolean seesFlits;

    FabricLog(final Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Says whether it keeps what happens to flits; to be called while no part listens to it. */
    void seesFlits(final boolean wanted) {
        seesFlits = wanted;
    }

    @Override
    public boolean seesFlits() {
        return seesFlits;
    }

    @Override
    public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
        add(QUEUED, id, source, route, packet, cycle);
    }

    @Override
    public void headArrived(final long id, final int destination, final long cycle) {
        add(HEAD_ARRIVED, id, destination, cycle, 0, 0);
    }

    @Override
    public void delivered(
            final long id, final int destination, final long injected, final long arrived, final int hops) {
        add(DELIVERED, id, destination, injected, arrived, hops);
    }

    @Override
    public void injected(final long id, final int source, final boolean last, final long cycle) {
        add(INJECTED, id, source, last ? 1 : 0, cycle, 0);
    }

    @Override
    public void buffered(final int router, final int port, final int change, final long cycle) {
        add(BUFFERED, port, router, change, cycle, 0);
    }

    @Override
    public void passed(final long id, final int router, final int port, final long cycle) {
        add(PASSED, id, router, port, cycle, 0);
    }

    private void add(final long what, final long id, final long a, final long b, final long c, final long d) {
        if (written == words.length) {
            words = Arrays.copyOf(words, 2 * written);
        }
        words[written] = scheduler.cycle();
        words[written + 1] = what;
        words[written + 2] = id;
        words[written + 3] = a;
        words[written + 4] = b;
        words[written + 5] = c;
        words[written + 6] = d;
        written += WORDS;
    }

    /** @return the cycle of the next entry, or {@link Long#MAX_VALUE} */
    long nextCycle() {
        return told == written ? Long.MAX_VALUE : words[told];
    }

    /** Tells the next entry. */
    void tellNext(final FabricMonitor monitor) {
        final int at = told;
        told += WORDS;
        final long id = words[at + 2];
        final int node = (int) words[at + 3];
        final long a = words[at + 4];
        final long b = words[at + 5];
        switch ((int) words[at + 1]) {
            case QUEUED -> monitor.queued(id, node, (int) a, b, words[at + 6]);
            case DELIVERED -> monitor.delivered(id, node, a, b, (int) words[at + 6]);
            case INJECTED -> monitor.injected(id, node, a != 0, b);
            case BUFFERED -> monitor.buffered(node, (int) id, (int) a, b);
            case PASSED -> monitor.passed(id, node, (int) a, b);
            default -> monitor.headArrived(id, node, a);
        }
        if (told == written) {
            told = 0;
            written = 0;
        }
    }
}
