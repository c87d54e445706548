package org.ranvier.testbench.rpu;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.parasitic.ArrayWires;
import org.ranvier.rpu.read.ReadSpec;

/**
 * How an array is read in an experiment: one input vector, again and again.
 *
 * @param spec the periphery
 * @param wires the resistance of lines, or null for none
 * @param backward whether columns are driven and rows sensed
 * @param inputKind which {@link WaveArray#input} is read: 0..3
 * @param repetitions reads: 1 or more
 * @param seed the seed of all noise
 */
public record ForwardCase(
        ReadSpec spec, ArrayWires wires, boolean backward, int inputKind, int repetitions, long seed) {
    private static final int INPUT_KINDS = 4;

    /** Checks the ranges. */
    public ForwardCase {
        ConfigurationException.checkRange("--input", inputKind, 0, INPUT_KINDS - 1);
        ConfigurationException.checkRange("--reps", repetitions, 1, Integer.MAX_VALUE);
    }
}
