package org.ranvier.core.fabric;

/**
 * Observes every packet at its end points; costs a null check when nobody listens.
 *
 * <p>Called on one thread, in the order of cycles. Within a cycle the order has no meaning: it may depend on how many threads simulate
 * the chip.
 */
public interface FabricMonitor {
    /**
     * A packet entered a node's injection queue.
     *
     * @param id the packet's number, its own in the run: larger than those of earlier packets of the source
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
