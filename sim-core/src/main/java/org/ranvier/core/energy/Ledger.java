package org.ranvier.core.energy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * The counters of a chip: one row per component and phase, one column per event kind.
 *
 * <p>Components write into the {@code long[]} of their own rows while they run, or contribute counts when the ledger is
 * read (an instruction's energy follows from its shape, so a core counts executions and multiplies at the end).
 */
public final class Ledger implements Stateful {
    private final List<LedgerRow> rows = new ArrayList<>();
    private final List<Consumer<Ledger>> contributors = new ArrayList<>();

    /**
     * Opens a row.
     *
     * @param component the component's path, e.g. {@code core[3].array}
     * @param phase the phase that its events belong to
     * @param kinds the columns
     * @return the row, all counts zero
     */
    public LedgerRow open(final String component, final EnergyPhase phase, final EventKind... kinds) {
        final LedgerRow row = new LedgerRow(component, phase, List.of(kinds));
        rows.add(row);
        return row;
    }

    /**
     * Registers a component that brings its rows up to date when the ledger is read.
     *
     * @param contributor called by {@link #rows} before the rows are returned
     */
    public void contributor(final Consumer<Ledger> contributor) {
        contributors.add(contributor);
    }

    /** @return all rows, up to date */
    public List<LedgerRow> rows() {
        contributors.forEach(contributor -> contributor.accept(this));
        return List.copyOf(rows);
    }

    @Override
    public void save(final StateWriter out) {
        out.section("ledger");
        for (final LedgerRow row : rows()) {
            out.putLongs(row.counts());
        }
    }

    @Override
    public void restore(final StateReader in) {
        in.section("ledger");
        for (final LedgerRow row : rows) {
            in.getLongs(row.counts());
        }
    }
}
