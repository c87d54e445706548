package org.ranvier.programs.fostdgd;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.chip.HostPort;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/** Tables on their way to the cores: a packet an entry, key = index, with the next sample. */
final class TableHost implements Stateful {
    private record Table(int route, int kind, int[] entries) {}

    private final List<Table> waiting = new ArrayList<>();

    /** Chooses a table for the next sample. */
    void send(final int route, final int kind, final int[] entries) {
        waiting.add(new Table(route, kind, entries));
    }

    /** Queues the packets of all chosen tables; to be called at the release of LOAD. */
    void present(final HostPort port) {
        for (final Table table : waiting) {
            for (int i = 0; i < table.entries().length; i++) {
                port.queue(table.route(), table.kind(), i, table.entries()[i]);
            }
        }
        waiting.clear();
    }

    @Override
    public void save(final StateWriter out) {
        out.section("tables").putInt(waiting.size());
        for (final Table table : waiting) {
            out.putInt(table.route()).putInt(table.kind()).putInt(table.entries().length);
            out.putInts(table.entries());
        }
    }

    @Override
    public void restore(final StateReader in) {
        waiting.clear();
        for (int left = in.section("tables").getInt(); left > 0; left--) {
            final Table table = new Table(in.getInt(), in.getInt(), new int[in.getInt()]);
            in.getInts(table.entries());
            waiting.add(table);
        }
    }
}
