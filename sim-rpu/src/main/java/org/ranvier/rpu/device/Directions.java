package org.ranvier.rpu.device;

/**
 * Signed pulse counts of a row as floats: how many pulses a device gets, and whether they lower its weight.
 *
 * <p>One loop turns integers into floats; what works on floats alone is vectorised by the JIT compilers of JDK 17 and later.
 */
final class Directions {
    private final float[] pulses;
    private final float[] falls;

    Directions(final int columns) {
        pulses = new float[columns];
        falls = new float[columns];
    }

    /** @param counts pulses per column, positive up and negative down */
    void load(final int[] counts) {
        convert(counts, pulses);
        split(pulses, falls);
    }

    /** Turns counts into floats; a loop of its own, since nothing that is fused with it would be vectorised on JDK 17. */
    static void convert(final int[] counts, final float[] signed) {
        for (int column = 0; column < signed.length; column++) {
            signed[column] = counts[column];
        }
    }

    private static void split(final float[] pulses, final float[] falls) {
        for (int column = 0; column < falls.length; column++) {
            final float signed = pulses[column];
            falls[column] = Math.min(Math.max(-signed, 0f), 1f);
            pulses[column] = Math.abs(signed);
        }
    }

    /** @return pulses per column, never negative; live */
    float[] pulses() {
        return pulses;
    }

    /** @return 1 for columns whose pulses lower the weight, else 0; live */
    float[] falls() {
        return falls;
    }
}
