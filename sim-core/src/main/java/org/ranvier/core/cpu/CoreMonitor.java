package org.ranvier.core.cpu;

import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.memory.Region;

/**
 * Looks at a core's regions at the probe points of its program; costs a null check when nobody listens.
 *
 * <p>Called by the thread that simulates the core: with several threads, one that listens to several cores must keep them apart.
 */
@FunctionalInterface
public interface CoreMonitor {
    /**
     * The sequencer is about to run the instruction at a probe point.
     *
     * @param core the core
     * @param probe the probe point
     * @param region the region, to be read only
     * @param cycle the current cycle
     */
    void probe(Core core, ProbePoint probe, Region region, long cycle);
}
