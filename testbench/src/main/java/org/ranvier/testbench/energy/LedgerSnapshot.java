package org.ranvier.testbench.energy;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.EventKind;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;

/** An immutable copy of a ledger's counts, so that the parts of a run can be priced apart. */
public final class LedgerSnapshot {
    private final SortedMap<Slot, Long> counts;

    private LedgerSnapshot(final SortedMap<Slot, Long> counts) {
        this.counts = Collections.unmodifiableSortedMap(counts);
    }

    /**
     * The place of a count.
     *
     * @param path the path of the component that counts, e.g. {@code core[3].array}
     * @param phase what the chip was doing
     * @param kind the event
     */
    public record Slot(String path, EnergyPhase phase, EventKind kind) implements Comparable<Slot> {
        private static final Comparator<Slot> ORDER = Comparator.comparing(Slot::path)
                .thenComparing(Slot::phase)
                .thenComparing(slot -> slot.kind().name());

        @Override
        public int compareTo(final Slot other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Copies a ledger.
     *
     * @param ledger the ledger, which is brought up to date by this
     * @return its counts now
     */
    public static LedgerSnapshot of(final Ledger ledger) {
        return of(ledger.rows());
    }

    /**
     * Copies rows; rows of one component and phase add up.
     *
     * @param rows the rows, up to date
     * @return their counts now
     */
    public static LedgerSnapshot of(final List<LedgerRow> rows) {
        final SortedMap<Slot, Long> counts = new TreeMap<>();
        for (final LedgerRow row : rows) {
            for (int i = 0; i < row.kinds().size(); i++) {
                final Slot slot =
                        new Slot(row.component(), row.phase(), row.kinds().get(i));
                counts.merge(slot, row.counts()[i], Math::addExact);
            }
        }
        return new LedgerSnapshot(counts);
    }

    /** Takes counts that are in no ledger; the map is not copied. */
    static LedgerSnapshot ofCounts(final SortedMap<Slot, Long> counts) {
        return new LedgerSnapshot(counts);
    }

    /**
     * Takes an earlier snapshot of the same ledger off.
     *
     * @param earlier the earlier snapshot; what it lacks counts as 0
     * @return what happened in between
     * @throws IllegalArgumentException when {@code earlier} counts more than this snapshot anywhere
     */
    public LedgerSnapshot minus(final LedgerSnapshot earlier) {
        final SortedMap<Slot, Long> difference = new TreeMap<>(counts);
        earlier.counts.forEach((slot, before) -> {
            final long left = difference.getOrDefault(slot, 0L) - before;
            if (left < 0) {
                throw new IllegalArgumentException(slot.path() + " counts fewer "
                        + slot.kind().name() + " events than the snapshot said to be earlier, by " + -left);
            }
            difference.put(slot, left);
        });
        return new LedgerSnapshot(difference);
    }

    /** @return the counts, by path, then phase, then event name */
    public SortedMap<Slot, Long> counts() {
        return counts;
    }
}
