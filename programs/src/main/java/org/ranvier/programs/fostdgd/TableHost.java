package org.ranvier.programs.fostdgd;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.chip.HostPort;

/** Tables on their way to the cores: a packet an entry, key = index, with the next sample. */
final class TableHost {
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
}
