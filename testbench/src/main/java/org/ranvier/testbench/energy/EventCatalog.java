package org.ranvier.testbench.energy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ranvier.core.array.SramEvents;
import org.ranvier.core.cpu.CoreEvents;
import org.ranvier.core.energy.EventKind;
import org.ranvier.router.RouterEvents;
import org.ranvier.rpu.CrossbarEvents;

/** All event kinds that the components of a chip can count; the names a profile may price. */
public final class EventCatalog {
    private static final List<EventKind> IN_ORDER = Stream.of(
                    CoreEvents.kinds(),
                    SramEvents.kinds(),
                    CrossbarEvents.kinds(),
                    RouterEvents.all(),
                    new EventKind[] {RouterEvents.BARRIER_TOKEN})
            .flatMap(Arrays::stream)
            .toList();

    private static final SortedMap<String, EventKind> BY_NAME = byName();

    private EventCatalog() {}

    /** @return the kinds by name, in the order of names */
    public static SortedMap<String, EventKind> kinds() {
        return BY_NAME;
    }

    /** @return the kinds, unit by unit from the core outwards, each in the order of its ledger rows */
    static List<EventKind> inOrder() {
        return IN_ORDER;
    }

    private static SortedMap<String, EventKind> byName() {
        final SortedMap<String, EventKind> kinds = new TreeMap<>();
        IN_ORDER.forEach(kind -> kinds.put(kind.name(), kind));
        return Collections.unmodifiableSortedMap(kinds);
    }
}
