package org.ranvier.testbench.train;

import org.ranvier.testbench.data.ImageSet;

/**
 * The mean-field read-out of a spiking network: every spike train replaced by its rate, every read-out by its noise-free mean.
 *
 * <p>Inputs are pixel / 256, hidden neurons clip(u, 0, 1) of the weighted sum u, and the answer is the output with the largest
 * sum. It shows what the weights are worth apart from the noise of counting a few spikes.
 */
final class MeanField {
    private static final double ONE = 1 << 20;
    private static final double PIXEL = 256;

    private final int[][][] weights;

    /**
     * @param weights Q20 weights of crossbars 1..L at index 0..L-1, rows x columns, the bias row last
     */
    MeanField(final int[][][] weights) {
        this.weights = weights;
    }

    /**
     * Classifies all images of a set.
     *
     * @param images the set
     * @return the share of images classified right
     */
    double accuracy(final ImageSet images) {
        int right = 0;
        for (int image = 0; image < images.count(); image++) {
            if (answer(images, image) == images.label(image)) {
                right++;
            }
        }
        return (double) right / images.count();
    }

    private int answer(final ImageSet images, final int image) {
        double[] rates = new double[images.imageSize()];
        for (int pixel = 0; pixel < rates.length; pixel++) {
            rates[pixel] = images.pixel(image, pixel) / PIXEL;
        }
        for (int layer = 0; layer < weights.length - 1; layer++) {
            rates = sums(weights[layer], rates);
            for (int neuron = 0; neuron < rates.length; neuron++) {
                rates[neuron] = Math.max(0, Math.min(1, rates[neuron]));
            }
        }
        return largest(sums(weights[weights.length - 1], rates));
    }

    private static double[] sums(final int[][] crossbar, final double[] rates) {
        final double[] sums = new double[crossbar[0].length];
        for (int row = 0; row < crossbar.length; row++) {
            final double rate = row < rates.length ? rates[row] : 1;
            if (rate != 0) {
                for (int column = 0; column < sums.length; column++) {
                    sums[column] += rate * crossbar[row][column] / ONE;
                }
            }
        }
        return sums;
    }

    private static int largest(final double[] sums) {
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            if (sums[i] > sums[best]) {
                best = i;
            }
        }
        return best;
    }
}
