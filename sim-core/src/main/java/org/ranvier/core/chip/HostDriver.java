package org.ranvier.core.chip;

import org.ranvier.core.isa.CoreEvent;

/** What the host does at a barrier release: it queues the packets that the chip is to get in this step. */
@FunctionalInterface
public interface HostDriver {
    /**
     * A step begins.
     *
     * @param event which
     * @param tick the tick, from 0; -1 before the first
     * @param port where packets are queued
     */
    void step(CoreEvent event, int tick, HostPort port);
}
