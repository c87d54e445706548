package org.ranvier.core.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/** What happened at one node: how often each kind, and in full what was asked for one by one and the first by chance. */
public final class FaultLog implements Stateful {
    /** How many faults by chance are kept in full. */
    public static final int KEPT = 100;

    private static final FaultKind[] KINDS = FaultKind.values();

    private final long[] counts = new long[KINDS.length];
    private final List<FaultEvent> events = new ArrayList<>();
    private int byChance;

    /**
     * Notes a fault.
     *
     * @param spec the fault
     * @param cycle when it happened
     * @param place where
     * @param before what was there
     * @param after what there is now
     */
    public void add(
            final FaultSpec spec,
            final long cycle,
            final Supplier<String> place,
            final Supplier<String> before,
            final Supplier<String> after) {
        counts[spec.kind().ordinal()]++;
        if (!spec.isRate() || byChance < KEPT) {
            byChance += spec.isRate() ? 1 : 0;
            events.add(new FaultEvent(cycle, spec.kind(), place.get(), before.get(), after.get(), spec.isRate()));
        }
    }

    /** @return how often a kind of fault happened */
    public long count(final int kind) {
        return counts[kind];
    }

    /** @return the faults that are kept, in the order in which they happened */
    public List<FaultEvent> events() {
        return events;
    }

    @Override
    public void save(final StateWriter out) {
        out.putLongs(counts).putInt(events.size());
        for (final FaultEvent event : events) {
            out.putLong(event.cycle()).putInt(event.kind().ordinal()).putInt(event.byChance() ? 1 : 0);
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
        byChance = 0;
        for (int i = 0; i < size; i++) {
            final long cycle = in.getLong();
            final FaultKind kind = KINDS[in.getInt()];
            final boolean chance = in.getInt() != 0;
            byChance += chance ? 1 : 0;
            events.add(new FaultEvent(cycle, kind, text(in), text(in), text(in), chance));
        }
    }

    private static String text(final StateReader in) {
        final int[] letters = in.getInts();
        return new String(letters, 0, letters.length);
    }
}
