package org.ranvier.testbench.bptt;

import org.ranvier.core.random.XorShift32;
import org.ranvier.programs.anytime.Coding;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SpikeSet;

/**
 * Turns a sample into the input spikes of a trace: images as the chip's input programs do, where they draw with other draws; recordings are
 * spikes already.
 */
final class InputCoding {
    private static final int STREAM = 320;
    private static final int BITS = 20;
    private static final int WHITE = 255;
    private static final int FULL = 256;

    private final Coding coding;
    private final long seed;

    /**
     * @param coding how pixels become spikes
     * @param seed of the draws
     */
    InputCoding(final Coding coding, final long seed) {
        this.coding = coding;
        this.seed = seed;
    }

    /**
     * Codes one image.
     *
     * @param images the set
     * @param image its number there
     * @param pass a number that makes the draws differ from pass to pass
     * @param trace gets label and input spikes
     */
    void code(final ImageSet images, final int image, final int pass, final LifTrace trace) {
        trace.begin(images.label(image));
        if (images instanceof final SpikeSet recorded) {
            recorded(recorded.spikes(image), trace);
            return;
        }
        int state = XorShift32.seed(seed, STREAM + pass, image);
        for (int input = 0; input < images.imageSize(); input++) {
            final int pixel = images.pixel(image, input);
            if (pixel == 0) {
                continue;
            }
            if (coding.isRate()) {
                state = draw(pixel, input, state, trace);
            } else {
                integrate(pixel, input, trace);
            }
        }
    }

    private static void recorded(final int[][] spikes, final LifTrace trace) {
        for (int tick = 0; tick < spikes.length; tick++) {
            for (final int input : spikes[tick]) {
                trace.spike(tick, input);
            }
        }
    }

    private int draw(final int pixel, final int input, final int start, final LifTrace trace) {
        final long threshold = Math.round(coding.gain() * pixel / WHITE * (1 << BITS));
        int state = start;
        for (int tick = 0; tick < trace.ticks(); tick++) {
            state = XorShift32.next(state);
            if (state >>> 32 - BITS < threshold) {
                trace.spike(tick, input);
            }
        }
        return state;
    }

    private static void integrate(final int pixel, final int input, final LifTrace trace) {
        int level = FULL / 2;
        for (int tick = 0; tick < trace.ticks(); tick++) {
            level += pixel;
            if (level >= FULL) {
                level -= FULL;
                trace.spike(tick, input);
            }
        }
    }
}
