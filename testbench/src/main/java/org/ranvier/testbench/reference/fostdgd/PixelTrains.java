package org.ranvier.testbench.reference.fostdgd;

/** The deterministic encoder: a pixel adds its brightness to an accumulator every step, and spikes whenever that passes 256. */
final class PixelTrains {
    private static final int FULL = 256;
    private static final int START = 128;

    private final int[][] axons;
    private final int[] counts;

    /**
     * Makes room.
     *
     * @param steps steps of a sample
     * @param pixels pixels of an image
     */
    PixelTrains(final int steps, final int pixels) {
        axons = new int[steps][pixels];
        counts = new int[steps];
    }

    /** Encodes an image of unsigned bytes. */
    void encode(final byte[] image, final int offset) {
        for (int t = 0; t < counts.length; t++) {
            counts[t] = 0;
            for (int i = 0; i < axons[t].length; i++) {
                final int brightness = image[offset + i] & 0xff;
                // Spikes up to step t, counted from 1: what the accumulator has passed.
                final int before = (START + t * brightness) / FULL;
                final int after = (START + (t + 1) * brightness) / FULL;
                if (after > before) {
                    axons[t][counts[t]++] = i;
                }
            }
        }
    }

    /** @return the inputs that spike in a step, from 0; the first {@link #count} entries count */
    int[] axons(final int step) {
        return axons[step];
    }

    /** @return how many inputs spike in a step */
    int count(final int step) {
        return counts[step];
    }
}
