package org.ranvier.rpu.parasitic;

import org.ranvier.core.error.ConfigurationException;

/**
 * What a crossbar needs to know to read through wires with resistance: the wires, and how its weights become the conductances
 * between them.
 *
 * @param lines the wires
 * @param devices the differential pair at a crossing
 */
public record ArrayWires(ParasiticSpec lines, ConductancePair devices) {
    private static final double USUAL_RANGE = 1;
    private static final double USUAL_ON_OFF = 8;

    /** Checks that both are there. */
    public ArrayWires {
        if (lines == null || devices == null) {
            throw ConfigurationException.of("parasitic", null, "wires and a conductance pair");
        }
    }

    /**
     * Specifies a plain crossbar with devices of full conductance at weight 1 and the on/off ratio 8 of Gokmen and Vlasov, Front.
     * Neurosci. 10:333, 2016.
     *
     * @param resistance a segment of either kind of line, as a fraction of the device resistance at full conductance: 0..1
     * @return the wires
     */
    public static ArrayWires of(final double resistance) {
        return new ArrayWires(
                ParasiticSpec.inputSource(resistance, resistance), new ConductancePair(USUAL_RANGE, USUAL_ON_OFF));
    }

    /** @return the same array with segments of that resistance in both kinds of line */
    public ArrayWires withResistance(final double resistance) {
        return new ArrayWires(new ParasiticSpec(lines.topology(), resistance, resistance, lines.tolerance()), devices);
    }
}
