package org.ranvier.testbench.trace;

import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.collections.Long2ObjectHashMap;

/** The packets that are under way, by number, until all of their copies have been delivered. */
final class PacketsInFlight {
    private final Long2ObjectHashMap<Flight> flights = new Long2ObjectHashMap<>();
    private final Deque<Flight> free = new ArrayDeque<>();
    private long flows;

    /** One packet. Objects are used again. */
    static final class Flight {
        long packet;
        int[] destinations;
        int left;

        /** The number of the arrow to its first destination; the others follow. */
        long firstFlow;

        /** @return the number of the arrow to a destination */
        long flowTo(final int node) {
            int place = 0;
            while (destinations[place] != node) {
                place++;
            }
            return firstFlow + place;
        }
    }

    /** A packet was queued. */
    Flight add(final long id, final long packet, final int[] destinations) {
        final Flight flight = free.isEmpty() ? new Flight() : free.pop();
        flight.packet = packet;
        flight.destinations = destinations;
        flight.left = destinations.length;
        flight.firstFlow = flows + 1;
        flows += destinations.length;
        flights.put(id, flight);
        return flight;
    }

    /** @return a packet, or null if it was queued before the trace began */
    Flight get(final long id) {
        return flights.get(id);
    }

    /** A copy was delivered. */
    void delivered(final long id, final Flight flight) {
        flight.left--;
        if (flight.left == 0) {
            flights.remove(id);
            free.push(flight);
        }
    }
}
