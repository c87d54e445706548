package org.ranvier.testbench.rpu;

/**
 * What a population of devices holds after so many pulses.
 *
 * @param phase {@code up} or {@code down}
 * @param pulses pulses since the phase began
 * @param weight the weights that a read sees
 * @param hidden the weights that the devices hold; null when reads see those
 */
public record ResponsePoint(String phase, int pulses, Sample weight, Sample hidden) {}
