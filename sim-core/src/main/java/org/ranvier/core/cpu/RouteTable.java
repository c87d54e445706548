package org.ranvier.core.cpu;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.packet.Packet;

/**
 * Where a core's packets go: per kind, ranges of keys with a route each.
 *
 * <p>The key that a program sends counts from 0 in its own terms; the table adds an offset, so that the receiver finds an index
 * in its terms. A key without a range is not sent anywhere: it is dropped without cost, e.g. the spike of a neuron that drives
 * nothing.
 */
public final class RouteTable {
    private final List<List<Range>> byKind = new ArrayList<>();

    /**
     * A range of keys with one destination.
     *
     * @param first smallest key
     * @param last largest key
     * @param offset added to the key
     * @param route the fabric's handle
     * @param leaves copies that will be delivered
     */
    record Range(int first, int last, int offset, int route, int leaves) {}

    /**
     * Adds a range.
     *
     * @param kind packet kind
     * @param first smallest key that it covers
     * @param last largest key that it covers
     * @param offset added to the key on the way out
     * @param route a handle of the fabric
     * @param leaves copies that the route delivers
     * @return this
     * @throws org.ranvier.core.error.ConfigurationException when a key, before or after the offset, is not 0..65535
     */
    public RouteTable add(
            final int kind, final int first, final int last, final int offset, final int route, final int leaves) {
        checkRange("route.first", first, 0, Packet.MAX_KEY);
        checkRange("route.last", last, first, Packet.MAX_KEY);
        checkRange("route.offset", offset, -first, Packet.MAX_KEY - last);
        while (byKind.size() <= kind) {
            byKind.add(new ArrayList<>());
        }
        byKind.get(kind).add(new Range(first, last, offset, route, leaves));
        return this;
    }

    /** @return the ranges of a kind, in the order in which they were added */
    Range[] ranges(final int kind) {
        return kind < byKind.size() ? byKind.get(kind).toArray(new Range[0]) : new Range[0];
    }

    /** @return entries over all kinds */
    public int size() {
        return byKind.stream().mapToInt(List::size).sum();
    }
}
