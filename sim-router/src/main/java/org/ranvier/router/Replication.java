package org.ranvier.router;

/** How a router copies a multicast packet to several outputs. */
public enum Replication {
    /** Each output takes its copy when it can; the buffer slot is freed with the last one. Free of deadlock. */
    ASYNCHRONOUS,
    /**
     * All outputs take their copies in one cycle, in which the packet has the crossbar of its router for itself, and none
     * before all can. For comparison; packets are not dropped in this mode.
     */
    SYNCHRONOUS
}
