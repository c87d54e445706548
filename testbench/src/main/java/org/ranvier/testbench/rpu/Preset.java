package org.ranvier.testbench.rpu;

import org.ranvier.rpu.device.DeviceSpec;

/**
 * A device with its figures, where they are from, and the periphery they are meant for.
 *
 * @param name its name
 * @param description what it is, in a sentence or two
 * @param source who measured or chose the figures
 * @param device the device
 * @param forward the settings of forward reads, by name
 * @param backward the settings of transposed reads, by name
 * @param update the settings of updates, by name
 */
public record Preset(
        String name,
        String description,
        String source,
        DeviceSpec device,
        String forward,
        String backward,
        String update) {}
