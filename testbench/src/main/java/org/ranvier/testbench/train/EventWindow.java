package org.ranvier.testbench.train;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.energy.EventKind;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/** The part of a ledger's counts that falls between {@link #open} and {@link #close}, added up over any number of such windows. */
final class EventWindow implements Stateful {
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
        before.clear();
    }

    /** @return the counts of all windows, in a ledger of their own */
    Ledger sum() {
        return sum;
    }

    @Override
    public void save(final StateWriter out) {
        sum.save(out);
        out.putInt(before.size());
        before.forEach(out::putLongs);
    }

    @Override
    public void restore(final StateReader in) {
        sum.restore(in);
        before.clear();
        final int rows = in.getInt();
        for (int row = 0; row < rows; row++) {
            final long[] counts = new long[totals.get(row).counts().length];
            in.getLongs(counts);
            before.add(counts);
        }
    }
}
