package org.ranvier.core.energy;

/**
 * A kind of hardware event that costs energy, e.g. one 64-bit memory word read.
 *
 * @param name the price key in a profile, {@code unit.event}, e.g. {@code memory.read_word}
 * @param component the row of the energy report that it belongs to, e.g. {@code memory}
 * @param meaning what exactly one count stands for
 */
public record EventKind(String name, String component, String meaning) {}
