package org.ranvier.testbench.energy;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ranvier.core.error.ConfigurationException;

/**
 * How long one operation takes, as published.
 *
 * @param nanoseconds time in ns, finite and at least 0, by the number of tiles that it was published for; a time that does not
 *     depend on tiles stands under 0, alone
 * @param origin where the numbers come from
 */
public record Latency(SortedMap<Integer, Double> nanoseconds, Origin origin) {
    private static final int ANY = 0;

    /** Checks ranges. */
    public Latency {
        nanoseconds = Collections.unmodifiableSortedMap(new TreeMap<>(nanoseconds));
        if (nanoseconds.isEmpty() || nanoseconds.containsKey(ANY) && nanoseconds.size() > 1) {
            throw ConfigurationException.of("nanoseconds", nanoseconds, "one time, or times by number of tiles");
        }
        nanoseconds.forEach((tiles, time) -> {
            ConfigurationException.checkRange("tiles", tiles, ANY, Integer.MAX_VALUE);
            Origin.checkAmount("nanoseconds", time);
        });
    }

    /**
     * Looks up a time. Nothing is interpolated: what lies between two published numbers of tiles is not known.
     *
     * @param tiles tiles that take part, at least 1
     * @return the time in ns, empty when none was published for so many tiles
     */
    public OptionalDouble at(final int tiles) {
        final Double time = nanoseconds.getOrDefault(ANY, nanoseconds.get(tiles));
        return time == null ? OptionalDouble.empty() : OptionalDouble.of(time);
    }

    /** @return whether the time depends on the number of tiles */
    public boolean byTiles() {
        return !nanoseconds.containsKey(ANY);
    }
}
