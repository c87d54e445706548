package org.ranvier.testbench.regress.stream;

import org.ranvier.testbench.regress.operand.Operands;
import org.ranvier.testbench.regress.operand.Sums;

/** Replaces the events of a stretch of cycles by one that has their number and a rolling hash of all they consist of. */
public final class HashingSink implements EventSink {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final long stretch;
    private final EventSink next;
    private final Event hashed = new Event();
    private long from;
    private long hash;
    private long events;

    /**
     * Prepares to hash.
     *
     * @param stretch cycles of a stretch, at least 1; a sample ends one in any case
     * @param next takes the hashes and the ends of samples
     */
    public HashingSink(final long stretch, final EventSink next) {
        this.stretch = stretch;
        this.next = next;
    }

    @Override
    public void accept(final Event event, final Operands instruction) {
        final long begin = event.cycle - Math.floorMod(event.cycle, stretch);
        if (event.kind == EventKind.END || events > 0 && begin > from) {
            tell();
        }
        if (event.kind == EventKind.END) {
            next.accept(event, null);
            return;
        }
        if (events == 0) {
            from = begin;
        }
        events++;
        add(event.kind.ordinal());
        add(event.cycle);
        add(event.address);
        add(event.packet);
        add(event.count);
        for (int i = 0; i < event.operands; i++) {
            final Sums sums = event.sums(i);
            add(sums.plain);
            add(sums.weighted);
            add(sums.hash);
        }
    }

    private void add(final long word) {
        final long mixed = (hash ^ word) * FACTOR;
        hash = mixed ^ mixed >>> 29;
    }

    private void tell() {
        if (events > 0) {
            hashed.begin(EventKind.HASHED, from).with(hash).lasting(events);
            next.accept(hashed, null);
        }
        events = 0;
        hash = 0;
    }
}
