package org.ranvier.core.time;

/**
 * The three phases of a cycle, in the order in which they run.
 *
 * <p>Components meet only at ports, and a port filled in one phase is read in a later phase or cycle; so no component
 * sees what another one does in the same phase, and the order inside a phase cannot change a result.
 */
public final class Phase {
    /** Links deliver flits and credits, routers decide, receive units empty the packet queues. */
    public static final int ARRIVE = 0;

    /** Sequencers and hosts work on what has arrived. */
    public static final int COMPUTE = 1;

    /** What was decided in this cycle becomes visible: the barrier looks at the whole chip. */
    public static final int COMMIT = 2;

    /** Bits that a phase takes in a {@link Scheduler} moment. */
    static final int BITS = 2;

    private Phase() {}
}
