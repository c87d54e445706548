package org.ranvier.testbench.reference;

/** Shows event lists in assertions. */
final class EventLists {
    private EventLists() {}

    /** Gives e.g. {@code "-2 +5"}: neuron 2 fired negatively, neuron 5 positively. */
    static String text(final EventList events) {
        final StringBuilder text = new StringBuilder();
        for (int e = 0; e < events.count(); e++) {
            text.append(e == 0 ? "" : " ")
                    .append(events.sign(e) > 0 ? '+' : '-')
                    .append(events.neuron(e));
        }
        return text.toString();
    }

    static EventList of(final int... signedFromOne) {
        final EventList events = new EventList(signedFromOne.length);
        for (final int event : signedFromOne) {
            events.add(Math.abs(event) - 1, Integer.signum(event));
        }
        return events;
    }
}
