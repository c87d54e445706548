package org.ranvier.router.barrier;

import org.ranvier.core.error.ConfigurationException;

/**
 * Timing of the barrier tree.
 *
 * @param hopLatency cycles for a token over one link, up or down, 0..1024
 * @param rootLatency cycles in which the root decides, 1..1024
 */
public record BarrierSpec(int hopLatency, int rootLatency) {
    /** Checks the ranges. */
    public BarrierSpec {
        ConfigurationException.checkRange("barrier.hopLatency", hopLatency, 0, 1024);
        ConfigurationException.checkRange("barrier.rootLatency", rootLatency, 1, 1024);
    }
}
