package org.ranvier.testbench.reference.fostdgd;

/**
 * The spikes of the input: those of a recording, or of the deterministic encoder, in which a pixel adds its brightness to an accumulator
 * every step, and spikes whenever that passes 256.
 */
final class InputTrains {
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
    InputTrains(final int steps, final int pixels) {
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

    /** Takes the spikes of a recording, by step; steps that are not there are silent. */
    void take(final int[][] recorded) {
        for (int t = 0; t < counts.length; t++) {
            counts[t] = t < recorded.length ? recorded[t].length : 0;
            System.arraycopy(t < recorded.length ? recorded[t] : axons[t], 0, axons[t], 0, counts[t]);
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
