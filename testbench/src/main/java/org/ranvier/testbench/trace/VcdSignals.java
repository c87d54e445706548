package org.ranvier.testbench.trace;

import java.util.Arrays;

/** The signals of a VCD file: declares them, and writes a value when it differs from the one before. */
final class VcdSignals {
    /** The value of a signal that has none, {@code x}. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final int FIRST_CODE = '!';
    private static final int CODES = '~' - '!' + 1;

    private final TraceFile file;
    private int count;
    private long[] written = new long[64];
    private long[] values = new long[64];
    private boolean[] vector = new boolean[64];

    /** Signals that were set since the last {@link #write}, each once. */
    private int[] touched = new int[64];

    private boolean[] isTouched = new boolean[64];
    private int touchedCount;
    private long stamped = -1;

    VcdSignals(final TraceFile file) {
        this.file = file;
    }

    /**
     * Declares a signal in the scope that is open.
     *
     * @param name a Verilog identifier
     * @param bits its width, 1..64
     * @param value its first value, not negative, or {@link #UNKNOWN}
     * @return its number
     */
    int declare(final String name, final int bits, final long value) {
        if (count == values.length) {
            grow(2 * count);
        }
        final int signal = count++;
        vector[signal] = bits > 1;
        values[signal] = value;
        file.text(bits > 1 ? "$var reg " : "$var wire ").decimal(bits).put(' ');
        code(signal);
        file.text(" " + name + (bits > 1 ? " [" + (bits - 1) + ":0]" : "") + " $end\n");
        return signal;
    }

    private void grow(final int size) {
        written = Arrays.copyOf(written, size);
        values = Arrays.copyOf(values, size);
        vector = Arrays.copyOf(vector, size);
        touched = Arrays.copyOf(touched, size);
        isTouched = Arrays.copyOf(isTouched, size);
    }

    /** @return signals declared */
    int count() {
        return count;
    }

    /** The first values. */
    private void dump() {
        file.text("$dumpvars\n");
        for (int signal = 0; signal < count; signal++) {
            change(signal);
        }
        file.text("$end\n");
    }

    long value(final int signal) {
        return values[signal];
    }

    void set(final int signal, final long value) {
        values[signal] = value;
        if (!isTouched[signal]) {
            isTouched[signal] = true;
            touched[touchedCount++] = signal;
        }
    }

    /** Writes what has changed, the first time the values of all signals; before that, the time. */
    void write(final long time) {
        if (stamped < 0) {
            stamp(time);
            dump();
        }
        for (int i = 0; i < touchedCount; i++) {
            final int signal = touched[i];
            isTouched[signal] = false;
            if (values[signal] != written[signal]) {
                stamp(time);
                change(signal);
            }
        }
        touchedCount = 0;
    }

    private void stamp(final long time) {
        if (time != stamped) {
            stamped = time;
            file.put('#').decimal(time).put('\n');
        }
    }

    private void change(final int signal) {
        final long value = values[signal];
        written[signal] = value;
        if (vector[signal]) {
            file.put('b');
            bits(value);
            file.put(' ');
        } else {
            file.put(value == UNKNOWN ? 'x' : '0' + (int) value);
        }
        code(signal);
        file.put('\n');
    }

    /** Leading zeros may be left out. */
    private void bits(final long value) {
        if (value == UNKNOWN) {
            file.put('x');
            return;
        }
        for (int bit = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(value)); bit >= 0; bit--) {
            file.put('0' + (int) (value >>> bit & 1));
        }
    }

    private void code(final int signal) {
        int rest = signal;
        do {
            file.put(FIRST_CODE + rest % CODES);
            rest = rest / CODES;
        } while (rest > 0);
    }
}
