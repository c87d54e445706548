package org.ranvier.router.cycle;

/** Is told when copies of a packet will never arrive. */
@FunctionalInterface
public interface DropListener {
    /**
     * A packet or a branch of it was dropped in a router.
     *
     * @param packet the packet
     * @param copies deliveries that will not happen, 0 when the tables sent it nowhere
     * @param router where
     * @param cycle the current cycle
     */
    void dropped(long packet, int copies, int router, long cycle);
}
