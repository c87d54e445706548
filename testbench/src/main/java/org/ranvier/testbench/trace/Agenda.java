package org.ranvier.testbench.trace;

import java.util.Arrays;

/** What ends when: pairs of a cycle and a number, the earliest first. A binary heap of two arrays. */
final class Agenda {
    private long[] cycles = new long[64];
    private int[] numbers = new int[64];
    private int count;

    /** @return the earliest cycle, or {@link Long#MAX_VALUE} */
    long next() {
        return count == 0 ? Long.MAX_VALUE : cycles[0];
    }

    void add(final long cycle, final int number) {
        if (count == cycles.length) {
            cycles = Arrays.copyOf(cycles, 2 * count);
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        int place = count++;
        while (place > 0 && cycles[(place - 1) / 2] > cycle) {
            move((place - 1) / 2, place);
            place = (place - 1) / 2;
        }
        cycles[place] = cycle;
        numbers[place] = number;
    }

    /** Takes out the earliest; of several of one cycle any. */
    int remove() {
        final int first = numbers[0];
        count--;
        final long cycle = cycles[count];
        final int number = numbers[count];
        int place = 0;
        int child = 1;
        while (child < count) {
            if (child + 1 < count && cycles[child + 1] < cycles[child]) {
                child++;
            }
            if (cycles[child] >= cycle) {
                break;
            }
            move(child, place);
            place = child;
            child = 2 * place + 1;
        }
        cycles[place] = cycle;
        numbers[place] = number;
        return first;
    }

    private void move(final int from, final int to) {
        cycles[to] = cycles[from];
        numbers[to] = numbers[from];
    }
}
