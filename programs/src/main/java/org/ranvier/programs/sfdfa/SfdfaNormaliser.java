package org.ranvier.programs.sfdfa;

/** How a fired hidden neuron's rate shrinks with the size of its eligibilities: by how much its row's shift grows. */
public enum SfdfaNormaliser {
    /** It does not. */
    OFF,
    /** floor(log2(S + 1)) - 3, S from the sum G of 1/D over the neuron's spikes: (G/16)^2 active axons / 2^26. */
    GAIN,
    /** floor(log2(S + 1)) - 4, S the sum of the squares of the eligibilities themselves. */
    ENERGY
}
