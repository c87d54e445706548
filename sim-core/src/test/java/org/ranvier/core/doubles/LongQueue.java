package org.ranvier.core.doubles;

import java.util.Arrays;

/** A growing FIFO of longs that allocates only when it grows. */
final class LongQueue {
    private long[] values = new long[16];
    private int head;
    private int size;

    int size() {
        return size;
    }

    void add(final long value) {
        if (size == values.length) {
            final long[] larger = Arrays.copyOf(values, 2 * size);
            for (int i = 0; i < size; i++) {
                larger[i] = values[(head + i) % size];
            }
            values = larger;
            head = 0;
        }
        values[(head + size++) % values.length] = value;
    }

    long peek() {
        return values[head];
    }

    long remove() {
        final long value = values[head];
        head = (head + 1) % values.length;
        size--;
        return value;
    }
}
