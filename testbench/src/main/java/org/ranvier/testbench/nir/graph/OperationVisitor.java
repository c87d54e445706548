package org.ranvier.testbench.nir.graph;

/**
 * One method per kind of operation.
 *
 * @param <R> the result
 */
public interface OperationVisitor<R> {
    /** @return the result for an Input or Output */
    R port(Port port);

    /** @return the result for a Linear or Affine */
    R affine(Affine affine);

    /** @return the result for a Conv1d or Conv2d */
    R convolution(Convolution convolution);

    /** @return the result for a SumPool2d or AvgPool2d */
    R pool(Pool pool);

    /** @return the result for a Flatten */
    R flatten(Flatten flatten);

    /** @return the result for a Scale */
    R scale(Scale scale);

    /** @return the result for a Threshold */
    R threshold(Threshold threshold);

    /** @return the result for a Delay */
    R delay(Delay delay);

    /** @return the result for an I, IF, LI, LIF, CubaLI or CubaLIF */
    R neuron(Neuron neuron);

    /** @return the result for a type that is not known here */
    R unknown(Unknown unknown);
}
