package org.ranvier.programs.population;

/** How the neurons of a population integrate their input. */
public enum Dynamics {
    /** {@code v = x}. */
    NONE,
    /** {@code v += x}. */
    INTEGRATE,
    /** {@code v += rate (rest - v) + x}. */
    LEAK,
    /** {@code i += x - currentRate i}, then {@code v += rate (rest - v) + i}. */
    CURRENT;

    /** @return whether the potential falls back to a rest */
    boolean leaks() {
        return this == LEAK || this == CURRENT;
    }
}
