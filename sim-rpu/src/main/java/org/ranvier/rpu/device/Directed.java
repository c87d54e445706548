package org.ranvier.rpu.device;

/**
 * A plane of numbers of which a device has one for up pulses and one for down pulses, kept so that choosing between them needs no
 * branch: mean and half difference, which the sign of the pulses joins.
 */
final class Directed {
    private final float[][] mean;
    private final float[][] half;

    /**
     * @param up numbers for up pulses, rows x columns
     * @param down numbers for down pulses, which count negatively
     */
    Directed(final float[][] up, final float[][] down) {
        mean = new float[up.length][up[0].length];
        half = new float[up.length][up[0].length];
        for (int row = 0; row < up.length; row++) {
            for (int column = 0; column < up[0].length; column++) {
                mean[row][column] = (float) (((double) up[row][column] + down[row][column]) / 2);
                half[row][column] = (float) (((double) up[row][column] - down[row][column]) / 2);
            }
        }
    }

    /** @return means of up and down, a row */
    float[] mean(final int row) {
        return mean[row];
    }

    /** @return half of up less down, a row: up is mean + half, and the negative of down is half - mean */
    float[] half(final int row) {
        return half[row];
    }

    /**
     * Turns counts of pulses into floats; a loop of its own, since nothing that is fused with it would be vectorised on JDK 17.
     *
     * @param counts counts, positive up and negative down
     * @param signed gets them
     */
    static void convert(final int[] counts, final float[] signed) {
        for (int column = 0; column < signed.length; column++) {
            signed[column] = counts[column];
        }
    }
}
