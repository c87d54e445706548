package org.ranvier.router.ideal;

import java.util.Arrays;

/** Copies on their way, linked into lists, in flat arrays with a free list. */
final class Deliveries {
    private static final int NONE = -1;

    int[] next = new int[64];
    int[] node = new int[64];
    long[] id = new long[64];
    long[] packet = new long[64];
    long[] sent = new long[64];

    /** The place of the send in the order of all sends. */
    long[] order = new long[64];

    private int free = NONE;
    private int used;

    int add(final int goal, final long number, final long word, final long cycle, final long sendOrder) {
        final int place = allocate();
        next[place] = NONE;
        node[place] = goal;
        id[place] = number;
        packet[place] = word;
        sent[place] = cycle;
        order[place] = sendOrder;
        return place;
    }

    void release(final int place) {
        next[place] = free;
        free = place;
    }

    private int allocate() {
        if (free != NONE) {
            final int place = free;
            free = next[place];
            return place;
        }
        if (used == next.length) {
            next = Arrays.copyOf(next, 2 * used);
            node = Arrays.copyOf(node, 2 * used);
            id = Arrays.copyOf(id, 2 * used);
            packet = Arrays.copyOf(packet, 2 * used);
            sent = Arrays.copyOf(sent, 2 * used);
            order = Arrays.copyOf(order, 2 * used);
        }
        return used++;
    }
}
