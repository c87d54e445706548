package org.ranvier.core.fault;

/**
 * A fault that happened.
 *
 * @param cycle when
 * @param kind what
 * @param place where, as {@link FaultPlace} writes it
 * @param before what was there: the value of a word, a packet, a weight
 * @param after what there is now
 * @param byChance whether a rate said so; else it was asked for one by one
 */
public record FaultEvent(long cycle, FaultKind kind, String place, String before, String after, boolean byChance) {
    /** @return one line for a report */
    public String line() {
        return kind.label() + " in cycle " + cycle + " at " + place + ": " + before + " -> " + after;
    }
}
