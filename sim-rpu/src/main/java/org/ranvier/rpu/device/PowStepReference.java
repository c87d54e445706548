package org.ranvier.rpu.device;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.rpu.cell.ArraySite;

/**
 * The power-step device with a reference: a conductance with steps as of {@link PowStep}, of which a fixed reference is
 * subtracted (IBM aihwkit, PowStepReference).
 *
 * <p>The symmetry point that {@code subtract_symmetry_point} adds to the reference is computed to the last digit, where aihwkit
 * approaches it by pairs of up and down pulses.
 */
public record PowStepReference() implements StepModel {
    /** The name in chip files. */
    public static final String TYPE = "pow-step-reference";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Parameter> parameters() {
        final List<Parameter> all = new ArrayList<>(new PowStep().parameters());
        all.addAll(List.of(Reference.MEAN, Reference.STD, Reference.SUBTRACT_SYMMETRY_POINT));
        return List.copyOf(all);
    }

    @Override
    public double granularity(final Settings settings) {
        return PowStep.halfWay(settings);
    }

    @Override
    public StepRule rule(final Settings settings, final ArraySite site, final DeviceParameters parameters) {
        final PowRule rule = PowRule.of(settings, site, parameters);
        for (int row = 0; row < site.rows(); row++) {
            for (int column = 0; column < site.columns(); column++) {
                Reference.subtract(settings, site, parameters, row, column, rule.symmetryPoint(row, column));
            }
        }
        return rule;
    }
}
