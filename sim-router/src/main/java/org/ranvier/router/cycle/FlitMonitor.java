package org.ranvier.router.cycle;

import org.ranvier.core.fabric.FabricMonitor;

/** A monitor that also sees the head flits of longer packets arrive. */
public interface FlitMonitor extends FabricMonitor {
    /**
     * The head flit of a packet reached its node; for one-flit packets {@link #delivered} follows in the same cycle.
     *
     * @param id the packet's number
     * @param destination the node
     * @param cycle the current cycle
     */
    void headArrived(long id, int destination, long cycle);
}
