package org.ranvier.core.chip;

/** Observes the packets that reach the host; costs a null check when nobody listens. */
@FunctionalInterface
public interface HostMonitor {
    /**
     * A packet reached the host.
     *
     * @param packet the packet
     * @param tick the tick in which it was sent; -1 before the first
     * @param cycle the current cycle
     */
    void received(long packet, int tick, long cycle);
}
