package org.ranvier.testbench.reference;

/** The events of one layer in its last ticks: a delay line as deep as its reader needs. */
final class EventHistory {
    private final EventList[] ticks;

    /**
     * @param neurons neurons of the layer
     * @param depth how many ticks are kept, the current one included
     */
    EventHistory(final int neurons, final int depth) {
        ticks = new EventList[depth];
        for (int i = 0; i < depth; i++) {
            ticks[i] = new EventList(neurons);
        }
    }

    void clear() {
        for (final EventList events : ticks) {
            events.clear();
        }
    }

    /**
     * Forgets the oldest tick and starts a new one.
     *
     * @param tick the tick that begins
     * @return its list, empty
     */
    EventList begin(final int tick) {
        final EventList events = at(tick);
        events.clear();
        return events;
    }

    /**
     * @param tick the current tick or one of the depth-1 before it; ticks before 0 of a cleared history are empty
     * @return the events of that tick
     */
    EventList at(final int tick) {
        return ticks[Math.floorMod(tick, ticks.length)];
    }
}
