package org.ranvier.router.parts;

import java.util.Arrays;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.cycle.FlitMonitor;

/** Keeps what happens in a part of a network until the window is over; then it is told in the order of cycles. */
final class FabricLog implements FlitMonitor {
    private static final int WORDS = 7;
    private static final long QUEUED = 0;
    private static final long HEAD_ARRIVED = 1;
    private static final long DELIVERED = 2;

    private final Scheduler scheduler;
    private long[] words = new long[64 * WORDS];
    private int written;
    private int told;

    FabricLog(final Scheduler scheduler) {
        this.scheduler = scheduler;
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
        if (words[at + 1] == QUEUED) {
            monitor.queued(id, node, (int) words[at + 4], words[at + 5], words[at + 6]);
        } else if (words[at + 1] == DELIVERED) {
            monitor.delivered(id, node, words[at + 4], words[at + 5], (int) words[at + 6]);
        } else if (monitor instanceof FlitMonitor flits) {
            flits.headArrived(id, node, words[at + 4]);
        }
        if (told == written) {
            told = 0;
            written = 0;
        }
    }
}
