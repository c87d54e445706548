package org.ranvier.core.cpu;

/**
 * Observes everything that a core does, instruction by instruction and packet by packet; costs next to nothing when nobody listens.
 *
 * <p>The cycles of {@link #dispatched}, {@link #issued} and {@link #sent} of a core add up to {@link CoreActivity#busy}, and those of
 * {@link #waited} to its stalls. A packet is {@link #received}, then either {@link #served} inline, {@link #queued} for a handler
 * that is {@link #dispatched} later, or {@link #dropped}.
 *
 * <p>Called by the thread that simulates the core; with several threads, one that listens to several cores must keep them apart. Calls
 * come in the order in which their effects can be seen: packets of inline handlers are told late, but with their own cycles, and
 * never after an instruction that could see what they did. Whoever needs the order of cycles sorts.
 */
public interface ExecutionMonitor {
    /** The packet of a handler that no packet began. */
    long NO_PACKET = -1;

    /** What a core waits for. */
    enum Wait {
        /** The result of the synapse array, or the array itself. */
        ARRAY,
        /** Room in the out-queue. */
        SEND,
        /** The barrier, having arrived; handlers of packets may run meanwhile. */
        BARRIER
    }

    /**
     * The in-queue took a packet.
     *
     * @param core the core
     * @param packet the packet
     * @param cycle the cycle in which it arrived
     */
    default void received(final Core core, final long packet, final long cycle) {}

    /**
     * The receive unit is about to run the inline instruction of a packet's kind; the packet is in the registers.
     *
     * @param core the core
     * @param packet the packet
     * @param cycle its turn
     */
    default void serving(final Core core, final long packet, final long cycle) {}

    /**
     * The receive unit has run the inline instruction of a packet's kind.
     *
     * @param core the core
     * @param packet the packet
     * @param cycle its turn
     * @param cycles how long it holds the receive unit
     */
    default void served(final Core core, final long packet, final long cycle, final int cycles) {}

    /**
     * The receive unit moved a packet to the event queue.
     *
     * @param core the core
     * @param packet the packet
     * @param cycle its turn
     */
    default void queued(final Core core, final long packet, final long cycle) {}

    /**
     * The receive unit dropped a packet of a sample that the core has closed.
     *
     * @param core the core
     * @param packet the packet
     * @param cycle its turn
     */
    default void dropped(final Core core, final long packet, final long cycle) {}

    /**
     * The sequencer takes an event to its handler.
     *
     * @param core the core
     * @param address the handler's first instruction
     * @param packet the packet in hand, taken from the event queue; {@link #NO_PACKET} when the barrier was released
     * @param cycle the first cycle of the dispatch
     * @param cycles its length
     */
    default void dispatched(
            final Core core, final int address, final long packet, final long cycle, final int cycles) {}

    /**
     * The sequencer is about to run an instruction; registers and regions are as it finds them.
     *
     * @param core the core
     * @param address the instruction's
     * @param cycle the cycle of its issue
     */
    default void issuing(final Core core, final int address, final long cycle) {}

    /**
     * The sequencer has run an instruction. A result of the array is in place already, but nothing can read it before it is due.
     *
     * @param core the core
     * @param address the instruction's
     * @param cycle the cycle of its issue
     * @param cycles how long it holds the sequencer
     */
    default void issued(final Core core, final int address, final long cycle, final int cycles) {}

    /**
     * The send unit queued packets of the send instruction under way, one after another.
     *
     * @param core the core
     * @param address the instruction's
     * @param packets how many
     * @param cycle the cycle of the first
     * @param cycles how long they hold the sequencer
     */
    default void sent(final Core core, final int address, final int packets, final long cycle, final int cycles) {}

    /**
     * The core has waited or, for the array, is going to.
     *
     * @param core the core
     * @param cause what for
     * @param from the first cycle
     * @param to the cycle after the last
     */
    default void waited(final Core core, final Wait cause, final long from, final long to) {}
}
