package org.ranvier.testbench.config;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.parasitic.ArrayWires;
import org.ranvier.rpu.parasitic.ConductancePair;
import org.ranvier.rpu.parasitic.ParasiticSpec;
import org.ranvier.rpu.parasitic.Topology;

/**
 * The wires of a tile as a chip file describes them; what is left out has the value of {@link ArrayWires#of} at resistance 0.
 *
 * @param row a row's segment, as a fraction of the device resistance at full conductance, or null
 * @param column a column's segment, or null
 * @param topology {@code input-source} or {@code separate-source}, or null
 * @param onOff conductance at {@code weightRange} over that at weight 0, or null
 * @param weightRange the weight at full conductance, or null
 * @param tolerance how exactly the circuit is solved, or null
 */
record WiresFields(Double row, Double column, String topology, Double onOff, Double weightRange, Double tolerance) {
    private static final ArrayWires BASE = ArrayWires.of(0);

    /** @return the wires */
    ArrayWires spec() {
        try {
            return new ArrayWires(
                    new ParasiticSpec(
                            topology == null ? BASE.lines().topology() : topology(topology),
                            or(row, BASE.lines().rowResistance()),
                            or(column, BASE.lines().columnResistance()),
                            or(tolerance, BASE.lines().tolerance())),
                    new ConductancePair(
                            or(weightRange, BASE.devices().weightRange()),
                            or(onOff, BASE.devices().onOffRatio())));
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(
                    e.getMessage()
                            .replaceFirst("^parasitic\\.(row|column)_resistance", "wires.$1")
                            .replaceFirst("^parasitic\\.on_off_ratio", "wires.on_off")
                            .replaceFirst("^parasitic\\.", "wires."),
                    e);
        }
    }

    private static Topology topology(final String name) {
        for (final Topology each : Topology.values()) {
            if (each.name().replace('_', '-').equalsIgnoreCase(name)) {
                return each;
            }
        }
        throw ConfigurationException.of("wires.topology", name, "input-source or separate-source");
    }

    private static double or(final Double value, final double standard) {
        return value == null ? standard : value;
    }
}
