package org.ranvier.rpu.parasitic;

import org.ranvier.core.error.ConfigurationException;

/**
 * The wires of an array. Resistances are of one segment between neighbouring crossings, and of the terminal at a line's end, as
 * a fraction of the device resistance at full conductance (R_p / R_min).
 *
 * @param topology how devices get their current
 * @param rowResistance a row's segment: 0..1
 * @param columnResistance a column's segment: 0..1
 * @param tolerance largest voltage by which a device may miss Kirchhoff's laws, as a fraction of the largest input:
 *     1e-12..0.01
 */
public record ParasiticSpec(Topology topology, double rowResistance, double columnResistance, double tolerance) {
    /** The usual tolerance: a five-hundredth of a step of a 9-bit converter. */
    public static final double TOLERANCE = 1e-6;

    /** Checks the ranges. */
    public ParasiticSpec {
        if (topology == null) {
            throw ConfigurationException.of("parasitic.topology", null, "INPUT_SOURCE or SEPARATE_SOURCE");
        }
        ConfigurationException.checkRange("parasitic.row_resistance", rowResistance, 0, 1);
        ConfigurationException.checkRange("parasitic.column_resistance", columnResistance, 0, 1);
        ConfigurationException.checkRange("parasitic.tolerance", tolerance, 1e-12, 0.01);
    }

    /**
     * Specifies a plain crossbar with the usual tolerance.
     *
     * @param rowResistance a row's segment
     * @param columnResistance a column's segment
     * @return the specification
     */
    public static ParasiticSpec inputSource(final double rowResistance, final double columnResistance) {
        return new ParasiticSpec(Topology.INPUT_SOURCE, rowResistance, columnResistance, TOLERANCE);
    }

    /** @return the same wires, solved to another tolerance */
    public ParasiticSpec withTolerance(final double other) {
        return new ParasiticSpec(topology, rowResistance, columnResistance, other);
    }
}
