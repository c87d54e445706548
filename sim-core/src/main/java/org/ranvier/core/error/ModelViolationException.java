package org.ranvier.core.error;

/** An invariant of the simulated hardware broke, or the chip stopped making progress: a defect of a program or a model. */
public final class ModelViolationException extends SimulationException {
    private static final long serialVersionUID = 1L;

    private final long cycle;
    private final String component;

    /**
     * @param cycle the cycle in which it was noticed
     * @param component the path of the component, e.g. {@code core[3].sequencer}
     * @param problem what happened
     */
    public ModelViolationException(final long cycle, final String component, final String problem) {
        super("cycle " + cycle + ", " + component + ": " + problem);
        this.cycle = cycle;
        this.component = component;
    }

    /** @return the cycle in which the violation was noticed */
    public long cycle() {
        return cycle;
    }

    /** @return the path of the component */
    public String component() {
        return component;
    }
}
