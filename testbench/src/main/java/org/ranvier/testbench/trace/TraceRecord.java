package org.ranvier.testbench.trace;

/**
 * A record of a trace: four words, of which the first two are the cycle and the head; what the other two are depends on the kind.
 *
 * <pre>
 *   63      56 55           32 31                     0
 *  +----------+---------------+------------------------+
 *  |   kind   |     unit      |          info          |
 *  +----------+---------------+------------------------+
 * </pre>
 *
 * <p>The unit of a core's records is its node, that of a router's {@code router << 3 | port}. Records of one cycle are ordered by kind, then
 * unit; those of one unit and kind stay in the order in which they happened.
 */
final class TraceRecord {
    /** Words of a record. */
    static final int WORDS = 4;

    /** A core takes an event to its handler. Info: address; then the packet taken from the event queue or -1, cycles. */
    static final int DISPATCH = 1;

    /** A core runs an instruction. Info: address; then 0, cycles. */
    static final int EXECUTE = 2;

    /** A core queues packets of a send instruction. Info: address; then packets, cycles. */
    static final int SEND = 3;

    /** A core waits for its array. Info: 0; then 0, cycles. */
    static final int ARRAY_STALL = 4;

    /** A core waits for room to send. Info: 0; then 0, cycles. */
    static final int SEND_STALL = 5;

    /** A core waits at the barrier until it is released. Info: 0; then 0, cycles. */
    static final int BARRIER = 6;

    /** A core's array works. Info: address, or the complement of the kind of a packet served inline; then 0, cycles. */
    static final int ARRAY = 7;

    /** A packet enters a core's in-queue. Info: 0; then the packet, 0. */
    static final int RECEIVE = 8;

    /** A receive unit serves a packet inline. Info: its kind; then the packet or -1 if it began before the window, cycles. */
    static final int SERVE = 9;

    /** A receive unit moves a packet to the event queue. Info: 0; then the packet, 1 cycle. */
    static final int MOVE = 10;

    /** A receive unit drops a packet of an earlier sample. Info: 0; then the packet, 1 cycle. */
    static final int DROP = 11;

    /** A packet enters a node's injection queue. Info: its route; then its number, the packet. */
    static final int PACKET = 12;

    /** A flit leaves a node's injection queue. Info: 1 if it is the packet's last; then the packet's number, 0. */
    static final int INJECT = 13;

    /** A flit enters or leaves the buffers of an input port. Info: 1 or -1; then 0, 0. */
    static final int BUFFER = 14;

    /** A flit leaves by an output port. Info: 0; then its packet's number, 0. */
    static final int LINK = 15;

    /** A packet reaches a node. Info: 0; then its number, the cycle in which it left its source. */
    static final int DELIVER = 16;

    /** Packets that were in a core's in-queue, a core's event queue and a node's injection queue before the window. Info: how many. */
    static final int IN_QUEUE = 17;

    static final int EVENT_QUEUE = 18;
    static final int OUT_QUEUE = 19;

    /** Mean power of a kind of component. Unit: the kind; then the bits of a double in W, cycles. */
    static final int POWER = 20;

    private static final int KIND_SHIFT = 56;
    private static final int UNIT_SHIFT = 32;
    private static final int UNIT_MASK = (1 << KIND_SHIFT - UNIT_SHIFT) - 1;

    private TraceRecord() {}

    /** @return the head */
    static long head(final int kind, final int unit, final int info) {
        return (long) kind << KIND_SHIFT | (long) unit << UNIT_SHIFT | info & 0xFFFFFFFFL;
    }

    /** @return the kind */
    static int kind(final long head) {
        return (int) (head >>> KIND_SHIFT);
    }

    /** @return the unit */
    static int unit(final long head) {
        return (int) (head >>> UNIT_SHIFT) & UNIT_MASK;
    }

    /** @return the info */
    static int info(final long head) {
        return (int) head;
    }

    /** @return by what records of one cycle are ordered: kind and unit */
    static int order(final long head) {
        return (int) (head >>> UNIT_SHIFT);
    }
}
