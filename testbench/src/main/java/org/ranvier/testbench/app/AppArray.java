package org.ranvier.testbench.app;

import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * A synapse array of an app; its shape is declared by the program.
 *
 * @param at where the file describes it
 * @param device the devices of a crossbar; null for SRAM
 * @param readNoise noise of every sensed line of a crossbar, in weights
 * @param step what one coincidence adds to an SRAM word
 * @param weights what it holds at the start, or null for zeros
 */
record AppArray(YamlNode at, DeviceSpec device, double readNoise, int step, CellSource weights) {
    /** @return whether it is a crossbar */
    boolean isCrossbar() {
        return device != null;
    }
}
