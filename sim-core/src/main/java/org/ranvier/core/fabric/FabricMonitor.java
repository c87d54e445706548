package org.ranvier.core.fabric;

/** Observes every packet at its end points; costs a null check when nobody listens. */
public interface FabricMonitor {
    /**
     * A packet entered a node's injection queue.
     *
     * @param id running number of the packet in the fabric, from 0
     * @param source the sending node
     * @param route its route
     * @param packet the packet
     * @param cycle the cycle from which the injector sees it
     */
    void queued(long id, int source, int route, long packet, long cycle);

    /**
     * A copy of a packet was delivered to its endpoint's node.
     *
     * @param id the packet's number
     * @param destination the node
     * @param injected the cycle in which it left the injection queue
     * @param arrived the cycle in which it reached the node
     * @param hops routers passed
     */
    void delivered(long id, int destination, long injected, long arrived, int hops);
}
