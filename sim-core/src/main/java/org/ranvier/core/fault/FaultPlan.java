package org.ranvier.core.fault;

import java.util.List;

/**
 * The faults of a chip.
 *
 * @param faults in the order in which they were asked for; none with rate 0
 * @param seed of chance; null for that of the run
 */
public record FaultPlan(List<FaultSpec> faults, Long seed) {
    /** A sound chip. */
    public static final FaultPlan NONE = new FaultPlan(List.of(), null);

    /** Leaves out what cannot happen, so that a rate of 0 is no fault. */
    public FaultPlan {
        faults = faults.stream().filter(fault -> fault.rate() != 0).toList();
    }

    /**
     * Parses faults.
     *
     * @param texts what was written, one fault each
     * @return the plan, with the run's seed
     * @throws org.ranvier.core.error.ConfigurationException in one line
     */
    public static FaultPlan parse(final List<String> texts) {
        return texts.isEmpty()
                ? NONE
                : new FaultPlan(texts.stream().map(FaultSpec::parse).toList(), null);
    }

    /** @return the same faults with a seed of their own; null for that of the run */
    public FaultPlan withSeed(final Long other) {
        return new FaultPlan(faults, other);
    }

    /** @return whether there are none */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /**
     * @return whether some place is found while the chip runs, as the first of all candidates. They are in order on one thread alone; since
     *     results do not depend on threads, such a chip may as well be simulated by one.
     */
    public boolean searches() {
        return faults.stream().anyMatch(FaultSpec::searches);
    }
}
