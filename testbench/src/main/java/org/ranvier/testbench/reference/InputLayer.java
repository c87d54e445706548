package org.ranvier.testbench.reference;

/** Layer 0: every pixel fires in every tick with a probability proportional to its brightness. */
final class InputLayer {
    private static final int STREAM = 0;

    private final int[] lanes;

    InputLayer(final SsnnBpSpec spec) {
        lanes = Xorshift32.lanes(spec.seed(), STREAM, spec.size(0));
    }

    /**
     * Draws once for every pixel.
     *
     * @param pixels unsigned bytes; p fires with probability p / 256
     * @param offset where the image starts
     * @param fired receives the spikes
     */
    void fire(final byte[] pixels, final int offset, final EventList fired) {
        Xorshift32.advance(lanes);
        for (int i = 0; i < lanes.length; i++) {
            if (lanes[i] >>> 24 < (pixels[offset + i] & 0xff)) {
                fired.add(i, 1);
            }
        }
    }
}
