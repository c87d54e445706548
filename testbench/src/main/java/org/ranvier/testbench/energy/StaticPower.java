package org.ranvier.testbench.energy;

/**
 * What one part of a chip draws while nothing happens.
 *
 * @param watts static power of one part, in W: finite, at least 0
 * @param origin where the number comes from
 */
public record StaticPower(double watts, Origin origin) {
    /** Checks the range. */
    public StaticPower {
        Origin.checkAmount("watts", watts);
    }
}
