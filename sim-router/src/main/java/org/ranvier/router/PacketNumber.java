package org.ranvier.router;

/** The number of a packet in the callbacks of a fabric: its source and how many packets that source had sent before. */
public final class PacketNumber {
    private static final int SHIFT = 40;

    private PacketNumber() {}

    /** @return the number of a node's first packet; those of its others follow */
    public static long first(final int source) {
        return (long) source << SHIFT;
    }

    /** @return the node that sent a packet */
    public static int source(final long number) {
        return (int) (number >>> SHIFT);
    }

    /** @return the numbers of the first packets of nodes 0, 1, ... */
    public static long[] firsts(final int nodes) {
        final long[] numbers = new long[nodes];
        for (int node = 0; node < nodes; node++) {
            numbers[node] = first(node);
        }
        return numbers;
    }
}
