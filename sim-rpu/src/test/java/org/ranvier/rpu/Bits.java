package org.ranvier.rpu;

import java.util.Arrays;
import org.ranvier.core.random.CounterRandom;

/** Bit sets for tests. */
final class Bits {
    private Bits() {}

    static long[] none(final int lines) {
        return new long[(lines + 63) / 64];
    }

    static long[] all(final int lines) {
        final long[] bits = none(lines);
        for (int i = 0; i < lines; i++) {
            set(bits, i);
        }
        return bits;
    }

    static long[] of(final int lines, final int... members) {
        final long[] bits = none(lines);
        for (final int member : members) {
            set(bits, member);
        }
        return bits;
    }

    /** Every line with the given probability, drawn from (seed, stream). */
    static long[] random(final int lines, final double probability, final long seed, final int stream) {
        final long[] bits = none(lines);
        fill(bits, lines, probability, seed, stream);
        return bits;
    }

    static void fill(final long[] bits, final int lines, final double probability, final long seed, final int stream) {
        Arrays.fill(bits, 0);
        for (int i = 0; i < lines; i++) {
            if (CounterRandom.uniform(seed, -1, stream, i) < probability) {
                set(bits, i);
            }
        }
    }

    static void set(final long[] bits, final int line) {
        bits[line >>> 6] |= 1L << line;
    }

    static boolean has(final long[] bits, final int line) {
        return (bits[line >>> 6] >>> line & 1) != 0;
    }
}
