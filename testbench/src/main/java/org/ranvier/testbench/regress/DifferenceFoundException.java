package org.ranvier.testbench.regress;

import org.ranvier.core.error.SimulationException;

/** Stops a run that has departed from its recording. */
final class DifferenceFoundException extends SimulationException {
    private static final long serialVersionUID = 1L;

    DifferenceFoundException() {
        super("the run departs from its recording");
    }
}
