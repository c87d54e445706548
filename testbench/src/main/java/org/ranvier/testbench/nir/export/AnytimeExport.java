package org.ranvier.testbench.nir.export;

import java.util.List;
import org.ranvier.testbench.anytime.AnytimeModel;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.Tensor;

/**
 * Anytime inference in NIR: {@code V = V / 2 + I; spike and V = 0 above the threshold} is a LIF with {@code tau = 2 dt} and {@code r = 2}
 * in steps of dt; the logits of a tick are the Output.
 */
final class AnytimeExport {
    private static final double HALVES = 2;

    /** The chip's potentials are integers: above the threshold is one unit above. */
    private static final double HALF_UNIT = 0.5;

    private AnytimeExport() {}

    /**
     * Exports.
     *
     * @param model the model
     * @param dt what a tick lasts, seconds
     * @return its network
     */
    static Exported of(final AnytimeModel model, final double dt) {
        final AnytimeModel.Header header = model.header();
        final int[] sizes = header.sizes();
        final Layers layers = new Layers(sizes[0]);
        for (int layer = 1; layer < sizes.length; layer++) {
            final double scale = header.scales()[layer - 1];
            layers.add("fc" + layer, Layers.weights(model.weights()[layer - 1], false, scale));
            if (layer < sizes.length - 1) {
                layers.add("lif" + layer, lif(sizes[layer], dt, (header.thresholds()[layer - 1] + HALF_UNIT) / scale));
            }
        }
        return new Exported(
                layers.graph(sizes[sizes.length - 1]),
                "--dt " + dt + " --steps " + header.ticks(),
                List.of(
                        "Input: the spikes of a tick, 0 or 1 a pixel, " + header.ticks()
                                + " ticks an image; how pixels become" + " spikes (coding " + header.coding()
                                + ", gain " + header.gain() + ") is not part of it.",
                        "Output: the logits of a tick; their sum is what the chip compares.",
                        "Not part of it: when to stop, and that the chip's potentials are integers that are halved downwards."));
    }

    private static Neuron lif(final int neurons, final double dt, final double threshold) {
        return new Neuron(
                "LIF",
                null,
                null,
                Tensor.filled(neurons, HALVES * dt),
                Tensor.filled(neurons, HALVES),
                Tensor.filled(neurons, 0),
                Tensor.filled(neurons, threshold),
                Tensor.filled(neurons, 0));
    }
}
