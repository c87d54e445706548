package org.ranvier.testbench.nir.export;

import java.util.List;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.Tensor;
import org.ranvier.testbench.train.SfdfaModel;

/**
 * A network of SFDFA in NIR: {@code u += (I - u) / 2^km; I -= I / 2^ks; I += W s; a spike and u -= theta from theta on} is a CubaLIF with
 * {@code tau_mem = 2^km dt}, {@code tau_syn = 2^ks dt} and {@code w_in = 2^ks}, whose resets subtract. SFDFA's potential moves before
 * spikes arrive, NIR's after: a layer fires one step earlier in NIR than its own layer below would let it in SFDFA.
 */
final class SfdfaExport {
    private static final double ONE_Q16 = 1 << 16;

    /** Fires from the threshold on, where NIR fires above: half a unit of the potential lies between. */
    private static final double HALF_UNIT = 0.5;

    private SfdfaExport() {}

    /**
     * Exports.
     *
     * @param model the model
     * @param dt what a step lasts, seconds
     * @return its network
     */
    static Exported of(final SfdfaModel model, final double dt) {
        final SfdfaModel.Header header = model.header();
        final int[] sizes = header.sizes();
        final Layers layers = new Layers(sizes[0]);
        for (int layer = 1; layer < sizes.length; layer++) {
            layers.add(
                    "fc" + layer,
                    Layers.weights(model.weights()[layer - 1], false, 1 << header.fractions()[layer - 1]));
            layers.add("lif" + layer, cell(header, layer, dt));
        }
        final int outputs = sizes[sizes.length - 1];
        final int steps = header.steps() - (sizes.length - 1);
        return new Exported(
                layers.graph(outputs),
                "--dt " + dt + " --reset subtract --steps " + steps,
                List.of(
                        "Input: spikes, one a pixel and image: in step (255 - pixel) x " + header.lastInput()
                                + " / 255, rounded, black never; this coding is not part of it.",
                        "Output: spikes; the class that fires most is the answer.",
                        "Layer l fires l steps earlier than on the chip, so " + steps + " steps here are its "
                                + header.steps() + ".",
                        "Not part of it: learning, and that the chip's potentials and currents are integers with 16 bits behind"
                                + " the point. NIR has no field for resets by subtraction: v_reset is left out."));
    }

    private static Neuron cell(final SfdfaModel.Header header, final int layer, final double dt) {
        final int neurons = header.sizes()[layer];
        final double synapse = 1 << header.currentShift();
        final double membrane = 1 << header.potentialShift();
        return new Neuron(
                "CubaLIF",
                Tensor.filled(neurons, synapse * dt),
                Tensor.filled(neurons, synapse),
                Tensor.filled(neurons, membrane * dt),
                Tensor.filled(neurons, 1),
                Tensor.filled(neurons, 0),
                Tensor.filled(neurons, (header.thresholds()[layer - 1] - HALF_UNIT) / ONE_Q16),
                null);
    }
}
