package org.ranvier.rpu.read;

import org.ranvier.core.random.RandomRow;

/** The noise of one read: draws for all lines of one side, by pass and use; inputs and outputs have their own. */
final class ReadNoise {
    /** The uses of noise within a pass; at most {@link #USES}. */
    enum Use {
        INPUT_ROUNDING,
        INPUT,
        WEIGHTS,
        WEIGHTS_NEGATIVE,
        OUTPUT,
        OUTPUT_NEGATIVE,
        OUTPUT_ROUNDING,
        OUTPUT_ROUNDING_NEGATIVE
    }

    private static final int USES = 8;
    private static final int UNUSED_BITS = 8;
    private static final float TO_UNIT = 0x1p-24f;

    private final RandomRow random;
    private final int[] bits;
    private final float[] numbers;
    private int pass;

    ReadNoise(final int lines) {
        random = new RandomRow(lines);
        bits = new int[lines];
        numbers = new float[lines];
    }

    /** Starts a read. */
    void start(final long key) {
        random.at(key);
        pass = 0;
    }

    /** Goes on to the next pass of the read. */
    void next() {
        pass++;
    }

    /** @return a standard normal number per line, valid until the next call */
    float[] normals(final Use use) {
        random.normals(pass * USES + use.ordinal(), numbers);
        return numbers;
    }

    /** @return a number in [-0.5, 0.5) per line, valid until the next call */
    float[] centred(final Use use) {
        random.bits(pass * USES + use.ordinal(), bits);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (bits[i] >>> UNUSED_BITS) * TO_UNIT - 0.5f;
        }
        return numbers;
    }
}
