package org.ranvier.rpu.device;

import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;

/**
 * A device that is one bounded number, moved by pulses.
 *
 * @param model how a pulse moves it
 * @param settings the values of the options that the model declares
 */
public record PulsedDevice(StepModel model, Settings settings) implements DeviceSpec {
    /** Refuses settings that do not go together. */
    public PulsedDevice {
        model.complete(settings);
    }

    /**
     * Makes a device with the usual options.
     *
     * @param model how a pulse moves it
     * @return the device
     */
    public static PulsedDevice of(final StepModel model) {
        return new PulsedDevice(model, Settings.of(model.type(), model.parameters()));
    }

    @Override
    public String type() {
        return model.type();
    }

    @Override
    public double granularity() {
        return model.granularity(model.complete(settings));
    }

    @Override
    public DeviceSpec with(final String option, final double... value) {
        return new PulsedDevice(model, settings.with(option, value));
    }

    @Override
    public Cells build(final ArraySite site) {
        final Settings complete = model.complete(settings);
        final DeviceParameters parameters = new DeviceParameters(site, complete);
        return new PulsedCells(site, complete, parameters, model.rule(complete, site, parameters));
    }
}
