package org.ranvier.core.cpu;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.memory.RowPointers;
import org.ranvier.core.packet.Packet;

/**
 * Where a core's packets go: per kind, ranges of keys with a route each, and a list of routes per key.
 *
 * <p>The key that a program sends counts from 0 in its own terms; the table adds an offset, so that the receiver finds an index
 * in its terms. A key without a range or route is not sent anywhere: it is dropped without cost, e.g. the spike of a neuron that
 * drives nothing. Ranges suit layers that drive layers; lists, at two bytes a route, networks in which every neuron has
 * receivers of its own.
 */
public final class RouteTable {
    private static final Range[] NO_RANGES = {};

    private final List<List<Range>> byKind = new ArrayList<>();
    private final List<Fan> fans = new ArrayList<>();

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
     * The routes of each key, all of them to a single node.
     *
     * @param rows where the routes of a key begin
     * @param routes the fabric's handles
     * @param offset added to the key
     */
    record Fan(RowPointers rows, char[] routes, int offset) {
        /** @return how many routes a key has */
        int count(final int key) {
            return key < rows.rows() ? rows.length(key) : 0;
        }
    }

    /**
     * All that one kind has.
     *
     * @param ranges its ranges
     * @param fan its lists, or null
     */
    record Entry(Range[] ranges, Fan fan) {}

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

    /**
     * Adds a list of routes per key; they come after the ranges of the kind, in the order of the list.
     *
     * @param kind packet kind, which has no such lists yet
     * @param rows where the routes of key 0, 1, .. begin
     * @param routes handles of the fabric, each of a route to one node; kept, not copied
     * @param offset added to the key on the way out
     * @return this
     * @throws org.ranvier.core.error.ConfigurationException when a key, before or after the offset, is not 0..65535
     */
    public RouteTable addEach(final int kind, final RowPointers rows, final char[] routes, final int offset) {
        checkRange("route.keys", rows.rows(), 1, Packet.MAX_KEY + 1);
        checkRange("route.offset", offset, 0, Packet.MAX_KEY + 1 - rows.rows());
        checkRange("route.routes", routes.length, rows.elements(), rows.elements());
        while (fans.size() <= kind) {
            fans.add(null);
        }
        if (fans.get(kind) != null) {
            throw new IllegalStateException("kind " + kind + " has lists of routes already");
        }
        fans.set(kind, new Fan(rows, routes, offset));
        return this;
    }

    /** @return what a kind has, ranges in the order in which they were added */
    Entry entry(final int kind) {
        return new Entry(
                kind < byKind.size() ? byKind.get(kind).toArray(NO_RANGES) : NO_RANGES,
                kind < fans.size() ? fans.get(kind) : null);
    }

    /** @return ranges and routes of keys over all kinds */
    public int size() {
        return byKind.stream().mapToInt(List::size).sum()
                + fans.stream()
                        .mapToInt(fan -> fan == null ? 0 : fan.routes().length)
                        .sum();
    }
}
