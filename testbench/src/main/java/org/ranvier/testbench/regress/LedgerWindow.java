package org.ranvier.testbench.regress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;

/** The counters of a ledger by name, and by how much they have grown since they were last asked for. */
final class LedgerWindow {
    private final Ledger ledger;
    private final List<String> names;
    private final Map<String, Integer> places = new TreeMap<>();
    private final int[][] order;
    private long[] last;

    /** @param ledger the ledger, whose rows are all there */
    LedgerWindow(final Ledger ledger) {
        this.ledger = ledger;
        final List<LedgerRow> rows = ledger.rows();
        for (final LedgerRow row : rows) {
            row.kinds().forEach(kind -> places.put(name(row, kind.name()), 0));
        }
        names = new ArrayList<>(places.keySet());
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
        order = new int[rows.size()][];
        for (int i = 0; i < order.length; i++) {
            final LedgerRow row = rows.get(i);
            order[i] = row.kinds().stream()
                    .mapToInt(kind -> places.get(name(row, kind.name())))
                    .toArray();
        }
        last = new long[names.size()];
        next();
    }

    private static String name(final LedgerRow row, final String event) {
        return row.component() + " " + row.phase().label() + " " + event;
    }

    /** @return component, phase and event of every counter */
    List<String> names() {
        return names;
    }

    /** @return what was counted since the last call */
    long[] next() {
        final List<LedgerRow> rows = ledger.rows();
        final long[] now = new long[names.size()];
        for (int i = 0; i < order.length; i++) {
            final long[] counts = rows.get(i).counts();
            for (int j = 0; j < counts.length; j++) {
                now[order[i][j]] += counts[j];
            }
        }
        final long[] grown = new long[now.length];
        for (int i = 0; i < now.length; i++) {
            grown[i] = now[i] - last[i];
        }
        last = now;
        return grown;
    }
}
