package org.ranvier.testbench.trace;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ranvier.core.error.ConfigurationException;

/**
 * What of a run a trace shows.
 *
 * @param from the first cycle, at least 0
 * @param to the cycle after the last, more than {@code from}
 * @param cores the nodes of the cores, with the routers that these are at and the packets that they send or receive; none for all
 */
public record TraceWindow(long from, long to, SortedSet<Integer> cores) {
    /** Everything. */
    public static final TraceWindow ALL = new TraceWindow(0, Long.MAX_VALUE, List.of());

    private static final int MOST_NODES = 1 << 16;

    /** Checks the ranges. */
    public TraceWindow {
        if (from < 0) {
            throw ConfigurationException.of("--trace-from", from, "a cycle, from 0 on");
        }
        if (to <= from) {
            throw ConfigurationException.of("--trace-to", to, "a cycle after " + from + ", where the window begins");
        }
    }

    private TraceWindow(final long from, final long to, final Collection<Integer> cores) {
        this(from, to, new TreeSet<>(cores));
    }

    /**
     * Reads a window.
     *
     * @param from the first cycle; null for 0
     * @param to the cycle after the last; null when there is none
     * @param list nodes and ranges of nodes, such as {@code 0} and {@code 4-7}; none for all
     * @return the window
     * @throws ConfigurationException when it is empty or a list cannot be read
     */
    public static TraceWindow of(final Long from, final Long to, final List<String> list) {
        final SortedSet<Integer> cores = new TreeSet<>();
        for (final String range : list) {
            final String[] ends = range.strip().split("-", -1);
            final int first = node(range, ends[0]);
            final int last = ends.length == 1 ? first : node(range, ends[1]);
            if (ends.length > 2 || last < first) {
                throw wrong(range);
            }
            for (int node = first; node <= last; node++) {
                cores.add(node);
            }
        }
        return new TraceWindow(from == null ? 0 : from, to == null ? Long.MAX_VALUE : to, cores);
    }

    private static int node(final String range, final String number) {
        if (!number.matches("[0-9]{1,5}") || Integer.parseInt(number) >= MOST_NODES) {
            throw wrong(range);
        }
        return Integer.parseInt(number);
    }

    private static ConfigurationException wrong(final String range) {
        return ConfigurationException.of("--trace-cores", range, "numbers of cores and ranges of them, such as 0,4-7");
    }
}
