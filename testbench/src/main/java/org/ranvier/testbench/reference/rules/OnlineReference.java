package org.ranvier.testbench.reference.rules;

import java.util.Arrays;

/** A network of inputs, one hidden layer and a read-out that learns in every tick, in integers. */
public final class OnlineReference {
    private static final int WHITE = 255;
    private static final int HALF = 127;

    private final HiddenRule hidden;
    private final Readout readout;
    private final boolean symmetric;
    private final int readoutShift;

    /**
     * @param hidden the hidden layer
     * @param readout the read-out
     * @param symmetric whether the hidden layer gets errors weighted by the read-out
     * @param readoutShift the read-out learns at the learning rate / 2^readoutShift
     */
    public OnlineReference(
            final HiddenRule hidden, final Readout readout, final boolean symmetric, final int readoutShift) {
        this.hidden = hidden;
        this.readout = readout;
        this.symmetric = symmetric;
        this.readoutShift = readoutShift;
    }

    /**
     * Turns an image into spikes: a pixel p fires every 255 / p ticks.
     *
     * @param pixels unsigned bytes
     * @param offset where the image starts
     * @param inputs its pixels
     * @param ticks ticks of a sample
     * @return ticks x inputs
     */
    public static boolean[][] encode(final byte[] pixels, final int offset, final int inputs, final int ticks) {
        final boolean[][] train = new boolean[ticks][inputs];
        for (int i = 0; i < inputs; i++) {
            for (int tick = 0; tick < ticks; tick++) {
                final int pixel = pixels[offset + i] & 0xFF;
                train[tick][i] = (HALF + (tick + 1) * pixel) / WHITE > (HALF + tick * pixel) / WHITE;
            }
        }
        return train;
    }

    /**
     * Presents a sample.
     *
     * @param train ticks x inputs
     * @param label its class; not used in a test
     * @param rate learning rate in Q20; 0 for a test
     * @return the class that it is taken for
     */
    public int present(final boolean[][] train, final int label, final int rate) {
        hidden.startSample();
        readout.startSample();
        for (final boolean[] tick : train) {
            final boolean[] inputs = withBias(tick);
            final boolean[] neurons = withBias(hidden.forward(inputs));
            readout.forward(neurons);
            if (rate != 0) {
                final int[] errors = readout.errors(label);
                hidden.learn(inputs, symmetric ? readout.errorsBelow() : errors, rate);
                readout.learn(neurons, rate >> readoutShift);
            }
        }
        if (rate != 0) {
            hidden.finish(rate);
        }
        return readout.answer();
    }

    private static boolean[] withBias(final boolean[] spikes) {
        final boolean[] all = Arrays.copyOf(spikes, spikes.length + 1);
        all[spikes.length] = true;
        return all;
    }

    /** @return the sum of evidence for the answer */
    public int evidence() {
        return readout.evidence();
    }

    /** @return the weights of the hidden layer, inputs and bias x neurons */
    public int[][] hiddenWeights() {
        return hidden.weights();
    }

    /** @return the weights of the read-out, neurons and bias x outputs */
    public int[][] readoutWeights() {
        return readout.weights();
    }
}
