package org.ranvier.testbench.rpu;

import org.ranvier.rpu.Periphery;
import org.ranvier.rpu.device.DeviceSpec;

/**
 * A device with its figures, where they are from, and the periphery they are meant for.
 *
 * @param name its name
 * @param description what it is, in a sentence or two
 * @param source who measured or chose the figures
 * @param device the device
 * @param forward the settings of forward reads
 * @param backward the settings of transposed reads
 * @param update the settings of updates
 */
public record Preset(
        String name,
        String description,
        String source,
        DeviceSpec device,
        NamedSet forward,
        NamedSet backward,
        NamedSet update) {
    /**
     * Gives the periphery that the figures are meant for.
     *
     * @param chip what stands where the preset has nothing to say
     * @return the periphery
     */
    public Periphery periphery(final Periphery chip) {
        return new Periphery(
                forward.reads(chip.forward()), backward.reads(chip.backward()), update.updates(chip.update()));
    }
}
