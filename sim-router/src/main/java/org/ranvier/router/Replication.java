package org.ranvier.router;

/** How a router copies a multicast packet to several outputs. */
public enum Replication {
    /** Each output takes its copy when it can; the buffer slot is freed with the last one. Free of deadlock. */
    ASYNCHRONOUS,
    /**
     * All outputs take their copies in one cycle, and none before all can. For comparison: channels that wait for each other
     * can block for ever under load, which asynchronous replication cannot.
     */
    SYNCHRONOUS
}
