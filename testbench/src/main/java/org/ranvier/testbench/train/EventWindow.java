package org.ranvier.testbench.train;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.energy.EventKind;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;

/** The part of a ledger's counts that falls between {@link #open} and {@link #close}, added up over any number of such windows. */
final class EventWindow {
    private final Ledger source;
    private final Ledger sum = new Ledger();
    private final List<LedgerRow> totals = new ArrayList<>();
    private final List<long[]> before = new ArrayList<>();

    EventWindow(final Ledger source) {
        this.source = source;
        for (final LedgerRow row : source.rows()) {
            totals.add(sum.open(row.component(), row.phase(), row.kinds().toArray(EventKind[]::new)));
        }
    }

    void open() {
        before.clear();
        for (final LedgerRow row : source.rows()) {
            before.add(row.counts().clone());
        }
    }

    void close() {
        final List<LedgerRow> now = source.rows();
        for (int row = 0; row < now.size(); row++) {
            final long[] counts = now.get(row).counts();
            for (int i = 0; i < counts.length; i++) {
                totals.get(row).counts()[i] += counts[i] - before.get(row)[i];
            }
        }
    }

    /** @return the counts of all windows, in a ledger of their own */
    Ledger sum() {
        return sum;
    }
}
