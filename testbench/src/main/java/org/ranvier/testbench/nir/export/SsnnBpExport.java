package org.ranvier.testbench.nir.export;

import java.util.List;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.graph.Tensor;
import org.ranvier.testbench.train.Model;

/**
 * The mean of an SSNN-BP network in NIR. Its hidden neurons fire with probability clip(u, 0, 1); NIR has no chance, but an IF with
 * threshold 1 that subtracts and fires once a step has the same rate, clip(u, 0, 1), on a steady input, to one spike.
 */
final class SsnnBpExport {
    private static final double ONE_Q20 = 1 << 20;

    private SsnnBpExport() {}

    /**
     * Exports.
     *
     * @param model the model
     * @return its network
     */
    static Exported of(final Model model) {
        final int[] sizes = model.header().sizes();
        final Layers layers = new Layers(sizes[0]);
        for (int layer = 1; layer < sizes.length; layer++) {
            layers.add("fc" + layer, Layers.weights(model.weights()[layer - 1], true, ONE_Q20));
            if (layer < sizes.length - 1) {
                final Tensor ones = Tensor.filled(sizes[layer], 1);
                layers.add("if" + layer, new Neuron("IF", null, null, null, ones, null, ones, null));
            }
        }
        return new Exported(
                layers.graph(sizes[sizes.length - 1]),
                "--reset subtract --no-multi-spike --steps 256",
                List.of(
                        "Input: pixel / 256, the same in every step, for as many steps as the rates are to be exact to.",
                        "Output: weighted sums; the largest mean is the answer.",
                        "Not part of it: chance. On the chip pixels and neurons fire at random with these rates, and the output"
                                + " draws its winner; NIR gets the mean. NIR has no field for resets by subtraction: v_reset is"
                                + " left out."));
    }
}
