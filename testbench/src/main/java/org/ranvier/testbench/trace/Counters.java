package org.ranvier.testbench.trace;

import java.util.Arrays;

/** Counts that are told once a cycle, if they have changed. */
final class Counters {
    private long[] values = new long[64];
    private long[] told = new long[64];
    private boolean[] isTouched = new boolean[64];
    private int[] touched = new int[64];
    private int touchedCount;

    /** Who is told. */
    @FunctionalInterface
    interface Listener {
        void changed(int counter, long value);
    }

    void add(final int counter, final int change) {
        if (counter >= values.length) {
            final int size = 2 * counter;
            values = Arrays.copyOf(values, size);
            told = Arrays.copyOf(told, size);
            isTouched = Arrays.copyOf(isTouched, size);
            touched = Arrays.copyOf(touched, size);
        }
        values[counter] += change;
        if (!isTouched[counter]) {
            isTouched[counter] = true;
            touched[touchedCount++] = counter;
        }
    }

    /** Tells what differs from what was told before. */
    void tell(final Listener listener) {
        for (int i = 0; i < touchedCount; i++) {
            final int counter = touched[i];
            isTouched[counter] = false;
            if (values[counter] != told[counter]) {
                told[counter] = values[counter];
                listener.changed(counter, values[counter]);
            }
        }
        touchedCount = 0;
    }
}
