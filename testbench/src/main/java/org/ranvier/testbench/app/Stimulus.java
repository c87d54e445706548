package org.ranvier.testbench.app;

import org.ranvier.core.chip.HostPort;
import org.ranvier.core.isa.CoreEvent;

/** What the host sends. */
@FunctionalInterface
interface Stimulus {
    /**
     * Queues the packets of one step.
     *
     * @param event LOAD or a phase of a tick
     * @param sample the sample, from 0
     * @param tick the tick, from 0; -1 before the first
     * @param port where they are queued
     */
    void step(CoreEvent event, int sample, int tick, HostPort port);
}
