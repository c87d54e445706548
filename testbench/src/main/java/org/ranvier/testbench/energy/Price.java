package org.ranvier.testbench.energy;

import java.util.List;

/**
 * What one event or operation costs.
 *
 * @param picojoules marginal energy of one, in pJ: finite, at least 0
 * @param origin where the number comes from
 * @param covers names of further events, and of static power such as {@code static.chip}, whose energy is inside this price
 *     because the source measured them together; they have no price of their own, and where this event happened they are
 *     not missing
 */
public record Price(double picojoules, Origin origin, List<String> covers) {
    /** Checks the range. */
    public Price {
        Origin.checkAmount("picojoules", picojoules);
        covers = List.copyOf(covers);
    }

    /**
     * Makes a price of one event alone.
     *
     * @param picojoules marginal energy of one, in pJ: finite, at least 0
     * @param origin where the number comes from
     */
    public Price(final double picojoules, final Origin origin) {
        this(picojoules, origin, List.of());
    }

    /** @return the energy of so many events, in joules */
    double joules(final long count) {
        return count * picojoules * 1e-12;
    }
}
