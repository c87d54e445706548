package org.ranvier.rpu.read;

/** How the noise of the weights during a read depends on weights and inputs; it is added to the read-outs. */
public enum WeightNoise {
    /** No weight noise. */
    NONE,
    /** Equal for all weights: a standard deviation of {@code w_noise |x|}. */
    ADDITIVE_CONSTANT,
    /** Grows with the current: a standard deviation of {@code w_noise sqrt(sum |w| x^2)}. */
    PCM_READ
}
