package org.ranvier.core.fabric;

/**
 * A network that carries one-flit packets between nodes, with bounded queues and back-pressure.
 *
 * <p>A node is a place where an {@link Endpoint} attaches: the local ports of the routers first, in row-major order, then
 * the host ports. A packet queued in cycle c is visible to the injector in cycle c + 1. Per node, packets leave in the
 * order in which they were queued.
 */
public interface Fabric {
    /** How many cycles ahead of the current one a packet may be dated when it is queued. */
    int AHEAD = 64;

    /** @return the number of nodes, host ports included */
    int nodes();

    /** @return the number of host ports; they are the last nodes */
    int hostPorts();

    /**
     * Connects an endpoint; at most one per node.
     *
     * @param node the node, 0..nodes()-1
     * @param endpoint what receives the node's packets
     */
    void attach(int node, Endpoint endpoint);

    /**
     * Prepares a route.
     *
     * @param source the sending node
     * @param destinations one or more receiving nodes, without duplicates; several make a multicast tree
     * @return a handle for {@link #send}
     */
    int route(int source, int... destinations);

    /**
     * Says how many copies of a packet a route delivers.
     *
     * @param route a handle of {@link #route}
     * @return the number of receiving nodes
     */
    int leaves(int route);

    /**
     * Names who receives the packets of a route.
     *
     * @param route a handle of {@link #route}
     * @return the nodes, in ascending order
     */
    int[] destinations(int route);

    /**
     * Asks for room in a node's injection queue.
     *
     * @param node the node
     * @return packets that can be queued now
     */
    int space(int node);

    /**
     * Queues a packet; sending into a full queue is a programming error.
     *
     * <p>A sender that knows what it sends in the next cycles, and sees room for it, may queue it at once with the cycles in which
     * it would have done so: nothing can come between, and it need not be visited once per packet.
     *
     * @param node the sending node
     * @param route a handle of {@link #route}
     * @param packet the packet
     * @param cycle the current cycle or up to {@link #AHEAD} later, ascending per node; the injector sees the packet in the next
     */
    void send(int node, int route, long packet, long cycle);

    /**
     * Tells that an endpoint which refused a packet has room again. The fabric offers the packet in the next cycle. An endpoint that
     * knows the cycle in advance may tell at once, even while it refuses.
     *
     * @param node the node
     * @param cycle the first cycle with room, the current or a later one
     */
    void resume(int node, long cycle);

    /** @return packets queued, travelling or refused and not yet taken, copies counted one by one */
    long inFlight();

    /**
     * Listens to every packet from now on, beside those who do already.
     *
     * @param monitor the listener
     */
    void addMonitor(FabricMonitor monitor);

    /**
     * Listens no longer.
     *
     * @param monitor the listener; one that did not listen is no error
     */
    void removeMonitor(FabricMonitor monitor);
}
