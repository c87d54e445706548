package org.ranvier.testbench.energy;

/**
 * What one event costs.
 *
 * @param picojoules marginal energy of one event, in pJ: finite, at least 0
 * @param origin where the number comes from
 */
public record Price(double picojoules, Origin origin) {
    /** Checks the range. */
    public Price {
        Origin.checkAmount("picojoules", picojoules);
    }

    /** @return the energy of so many events, in joules */
    double joules(final long count) {
        return count * picojoules * 1e-12;
    }
}
