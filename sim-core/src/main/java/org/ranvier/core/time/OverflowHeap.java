package org.ranvier.core.time;

import java.util.Arrays;

/** A binary heap of far events, ordered by (moment, sequence), in two flat arrays. */
final class OverflowHeap {
    private long[] moments = new long[16];
    private long[] payloads = new long[16];
    private int size;
    private int sequence;

    boolean isEmpty() {
        return size == 0;
    }

    long firstMoment() {
        return moments[0];
    }

    int firstTarget() {
        return (int) payloads[0];
    }

    void add(final long moment, final int target) {
        if (size == moments.length) {
            moments = Arrays.copyOf(moments, 2 * size);
            payloads = Arrays.copyOf(payloads, 2 * size);
        }
        final long payload = (long) sequence++ << 32 | target;
        int child = size++;
        while (child > 0) {
            final int parent = (child - 1) >> 1;
            if (!precedes(moment, payload, moments[parent], payloads[parent])) {
                break;
            }
            moments[child] = moments[parent];
            payloads[child] = payloads[parent];
            child = parent;
        }
        moments[child] = moment;
        payloads[child] = payload;
    }

    void removeFirst() {
        size--;
        final long moment = moments[size];
        final long payload = payloads[size];
        int parent = 0;
        for (int child = 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size
                    && precedes(moments[child + 1], payloads[child + 1], moments[child], payloads[child])) {
                child++;
            }
            if (!precedes(moments[child], payloads[child], moment, payload)) {
                break;
            }
            moments[parent] = moments[child];
            payloads[parent] = payloads[child];
            parent = child;
        }
        moments[parent] = moment;
        payloads[parent] = payload;
        if (size == 0) {
            sequence = 0;
        }
    }

    private static boolean precedes(
            final long moment, final long payload, final long otherMoment, final long otherPayload) {
        return moment < otherMoment || moment == otherMoment && payload < otherPayload;
    }
}
