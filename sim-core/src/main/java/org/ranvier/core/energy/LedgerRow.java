package org.ranvier.core.energy;

import java.util.List;

/** The counts of one component in one phase; {@link #counts} is written directly by the component, in the order of {@link #kinds}. */
public final class LedgerRow {
    private final String component;
    private final EnergyPhase phase;
    private final List<EventKind> kinds;
    private final long[] counts;

    LedgerRow(final String component, final EnergyPhase phase, final List<EventKind> kinds) {
        this.component = component;
        this.phase = phase;
        this.kinds = kinds;
        this.counts = new long[kinds.size()];
    }

    /** @return the component's path */
    public String component() {
        return component;
    }

    /** @return the phase of these events */
    public EnergyPhase phase() {
        return phase;
    }

    /** @return the columns */
    public List<EventKind> kinds() {
        return kinds;
    }

    /** @return the live counters, one per kind */
    public long[] counts() {
        return counts;
    }
}
