package org.ranvier.core.fabric;

/**
 * Observes every packet at its end points and, if it wants to, every flit on its way; costs next to nothing when nobody listens.
 *
 * <p>Called on one thread, in the order of cycles. Within a cycle the order has no meaning: it may depend on how many threads simulate
 * the chip. Flits are seen on exact fabrics only; what is decided in advance is told with a cycle up to {@link Fabric#AHEAD} ahead.
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

    /** @return whether it wants to hear of flits, too; always the same */
    default boolean seesFlits() {
        return false;
    }

    /**
     * The head flit of a packet reached its node; for one-flit packets {@link #delivered} follows in the same cycle.
     *
     * @param id the packet's number
     * @param destination the node
     * @param cycle the current cycle
     */
    default void headArrived(final long id, final int destination, final long cycle) {}

    /**
     * A flit left a node's injection queue for its router.
     *
     * @param id the packet's number
     * @param source the node
     * @param last whether it was the packet's last
     * @param cycle the cycle
     */
    default void injected(final long id, final int source, final boolean last, final long cycle) {}

    /**
     * The number of flits in the buffers of a router's input port changed.
     *
     * @param router the router
     * @param port the input port
     * @param change 1 or -1
     * @param cycle the cycle
     */
    default void buffered(final int router, final int port, final int change, final long cycle) {}

    /**
     * A flit won the switch of a router and leaves it by a port.
     *
     * @param id the packet's number
     * @param router the router
     * @param port the output port
     * @param cycle the cycle
     */
    default void passed(final long id, final int router, final int port, final long cycle) {}
}
