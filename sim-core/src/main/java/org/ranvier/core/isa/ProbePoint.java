package org.ranvier.core.isa;

/**
 * A place in a program where monitors may look at a region, free of cost: before the instruction at {@code address} runs.
 *
 * @param address the instruction
 * @param name the probe's name
 * @param region the region's index
 */
public record ProbePoint(int address, String name, int region) {}
