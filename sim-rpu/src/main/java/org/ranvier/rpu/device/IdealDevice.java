package org.ranvier.rpu.device;

import java.util.List;
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
    private static final Parameter STEP = Parameter.number("step", "weight", LSB, 1, 1.0 / 640, "step of a pulse");
    private static final Parameter ASYMMETRY = Parameter.number(
            "asymmetry",
            "relative",
            -2,
            2,
            0,
            "mean asymmetry a: up steps are 1 + a/2, down steps 1 - a/2 of the mean");
    private static final Parameter BOUND =
            Parameter.number("bound", "weight", LSB, Fixed.LIMIT, 1, "weights stay within +- this");
    private static final Settings USUAL = Settings.of(TYPE, List.of(STEP, ASYMMETRY, BOUND));

    /** Checks the ranges. */
    public IdealDevice {
        STEP.check(List.of(step));
        ASYMMETRY.check(List.of(asymmetry));
        BOUND.check(List.of(bound));
    }

    /** @return step 1/640 and bounds of +-1 (1280 states), symmetric */
    public static IdealDevice defaults() {
        return of(USUAL);
    }

    private static IdealDevice of(final Settings settings) {
        return new IdealDevice(settings.get(STEP), settings.get(ASYMMETRY), settings.get(BOUND));
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
    public Settings settings() {
        return USUAL.with(STEP.name(), step).with(ASYMMETRY.name(), asymmetry).with(BOUND.name(), bound);
    }

    @Override
    public IdealDevice with(final String option, final double... value) {
        return of(settings().with(option, value));
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
