package org.ranvier.rpu.device;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;

/**
 * The ideal device: every pulse is the same integer step, then the weight is clipped to a symmetric bound.
 *
 * <p>Integer throughout: step up = round((1 + asymmetry / 2) step 2^20), step down likewise with the other sign, nearest.
 *
 * @param step mean step of one pulse, in weights: 2^-20..1
 * @param asymmetry mean asymmetry a of up and down steps, up = step (1 + a/2), down = step (1 - a/2): -2..2
 * @param bound weights stay within -bound..bound: 2^-20..1024
 */
public record IdealDevice(double step, double asymmetry, double bound) implements DeviceSpec {
    /** The name in chip files. */
    public static final String TYPE = "ideal";

    private static final double LSB = 0x1p-20;

    /** Checks the ranges. */
    public IdealDevice {
        ConfigurationException.checkRange("device.step", step, LSB, 1);
        ConfigurationException.checkRange("device.asymmetry", asymmetry, -2, 2);
        ConfigurationException.checkRange("device.bound", bound, LSB, Fixed.LIMIT);
    }

    /** @return step 1/640 and bounds of +-1 (1280 states), symmetric */
    public static IdealDevice defaults() {
        return new IdealDevice(1.0 / 640, 0, 1);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public double granularity() {
        return step;
    }

    @Override
    public DeviceSpec with(final String option, final double value) {
        return switch (option) {
            case "step" -> new IdealDevice(value, asymmetry, bound);
            case "asymmetry" -> new IdealDevice(step, value, bound);
            case "bound" -> new IdealDevice(step, asymmetry, value);
            default -> throw Options.unknown(TYPE, option, "step, asymmetry, bound");
        };
    }

    @Override
    public Cells build(final ArraySite site) {
        return new IdealCells(
                site.rows(),
                site.columns(),
                Fixed.of(step * (1 + asymmetry / 2)),
                Fixed.of(step * (1 - asymmetry / 2)),
                Fixed.of(bound));
    }
}
