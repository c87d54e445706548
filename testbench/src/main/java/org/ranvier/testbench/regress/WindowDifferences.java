package org.ranvier.testbench.regress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What two windows counted differently. */
final class WindowDifferences {
    private WindowDifferences() {}

    /** Compares cycles, packets and counters by name; a counter that only one of them has is 0 in the other. */
    static List<ResultDifference> of(
            final List<String> names,
            final Window expected,
            final List<String> foundNames,
            final Window found,
            final Tolerances tolerances,
            final String prefix) {
        final List<ResultDifference> differences = new ArrayList<>();
        add(differences, prefix + "cycles", Quantity.CYCLES, expected.cycles(), found.cycles(), tolerances);
        add(differences, prefix + "packets sent", Quantity.PACKETS, expected.packets(), found.packets(), tolerances);
        final Map<String, Long> wanted = byName(names, expected.counters());
        final Map<String, Long> is = byName(foundNames, found.counters());
        final TreeSet<String> all = new TreeSet<>(wanted.keySet());
        all.addAll(is.keySet());
        for (final String name : all) {
            add(
                    differences,
                    prefix + name,
                    Quantity.EVENTS,
                    wanted.getOrDefault(name, 0L),
                    is.getOrDefault(name, 0L),
                    tolerances);
        }
        return differences;
    }

    private static Map<String, Long> byName(final List<String> names, final long[] counters) {
        final Map<String, Long> map = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), counters[i]);
        }
        return map;
    }

    private static void add(
            final List<ResultDifference> differences,
            final String name,
            final Quantity quantity,
            final long expected,
            final long found,
            final Tolerances tolerances) {
        if (!tolerances.allow(quantity, expected, found)) {
            differences.add(new ResultDifference(name, expected, found));
        }
    }
}
