package org.ranvier.core.fabric;

/** What is attached to a node: takes packets from the fabric in the arrive phase and is told when it may send again. */
public interface Endpoint {
    /**
     * Offers a packet that has reached the node.
     *
     * @param packet the packet
     * @param cycle the current cycle
     * @return false when there is no room: the fabric keeps the packet, withholds its credit and waits for {@link Fabric#resume}
     */
    boolean offer(long packet, long cycle);

    /**
     * Tells, in the arrive phase, that a packet has left an injection queue that had been full.
     *
     * @param cycle the current cycle
     */
    void spaceAvailable(long cycle);
}
