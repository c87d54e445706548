package org.ranvier.core.fault;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/** What happened at one node: how often each kind, and the first of them in full. */
public final class FaultLog implements Stateful {
    /** How many faults are kept in full. */
    public static final int KEPT = 100;

    private static final FaultKind[] KINDS = FaultKind.values();

    private final long[] counts = new long[KINDS.length];
    private final List<FaultEvent> events = new ArrayList<>();

    /** Notes a fault. */
    public void add(final FaultEvent event) {
        counts[event.kind().ordinal()]++;
        if (events.size() < KEPT) {
            events.add(event);
        }
    }

    /** @return whether the next fault is kept in full: if not, {@link #count} will do */
    public boolean keeps() {
        return events.size() < KEPT;
    }

    /** Notes a fault of which no more than the kind is kept. */
    public void count(final FaultKind kind) {
        counts[kind.ordinal()]++;
    }

    /** @return how often a kind of fault happened */
    public long count(final int kind) {
        return counts[kind];
    }

    /** @return the first faults, in the order in which they happened */
    public List<FaultEvent> events() {
        return events;
    }

    @Override
    public void save(final StateWriter out) {
        out.putLongs(counts).putInt(events.size());
        for (final FaultEvent event : events) {
            out.putLong(event.cycle()).putInt(event.kind().ordinal());
            for (final String text : List.of(event.place(), event.before(), event.after())) {
                out.putInts(text.chars().toArray());
            }
        }
    }

    @Override
    public void restore(final StateReader in) {
        in.getLongs(counts);
        events.clear();
        final int size = in.getInt();
        for (int i = 0; i < size; i++) {
            events.add(new FaultEvent(in.getLong(), KINDS[in.getInt()], text(in), text(in), text(in)));
        }
    }

    private static String text(final StateReader in) {
        final int[] letters = in.getInts();
        return new String(letters, 0, letters.length);
    }
}
