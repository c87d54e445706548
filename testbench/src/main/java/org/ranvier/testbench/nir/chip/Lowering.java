package org.ranvier.testbench.nir.chip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.population.Firing;
import org.ranvier.programs.population.Population;
import org.ranvier.programs.population.PopulationNetwork;
import org.ranvier.programs.population.Projection;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Node;
import org.ranvier.testbench.nir.run.RunRules;

/**
 * A network in whole numbers.
 *
 * <p>A potential of a population has a unit of its own, a power of two in which the largest of the calibration has 22 bits: nine more are
 * left for what the samples did not show. Weights have a unit a neuron and wire, drawn together with everything that a step multiplies
 * them with; the gain of a projection brings their sum into the unit of the potential. Values that travel have as many bits, up to
 * fifteen, as cannot overflow where they land.
 */
final class Lowering {
    private static final int POTENTIAL_BITS = 22;
    private static final int PAYLOAD_BITS = 15;
    private static final int LANDING_BITS = 30;
    private static final int GAIN_BITS = 30;
    private static final int MOST_SHIFT = 63;
    private static final double RATE_ONE = 1L << Population.RATE_BITS;

    private final Network network;
    private final Wiring wiring;
    private final Schedule schedule;
    private final Calibration calibration;
    private final Precision precision;
    private final List<Cells> cells = new ArrayList<>();
    private final List<RoundedWire> wires = new ArrayList<>();
    private final double[] units;
    private final int[] payloadShifts;
    private final double inputUnit;
    private final PopulationNetwork lowered;

    /**
     * Lowers a network.
     *
     * @param network the network, all of whose nodes are supported
     * @param rules what NIR leaves open
     * @param calibration of the same network
     * @param precision bits of the weights
     * @throws ConfigurationException naming what the chip cannot hold
     */
    Lowering(final Network network, final RunRules rules, final Calibration calibration, final Precision precision) {
        this.network = network;
        this.calibration = calibration;
        this.precision = precision;
        wiring = new Wiring(network, rules.dt());
        wiring.populations().forEach(this::requireKeys);
        schedule = Schedule.of(wiring.populations().size(), wiring.wires());
        wiring.populations().forEach(node -> cells.add(Cells.of(network.nodes().get(node), rules)));
        for (final Wire wire : wiring.wires()) {
            wires.add(RoundedWire.of(wire, cells.get(wire.target()), activity(wire.source()), precision));
        }
        units = new double[cells.size()];
        payloadShifts = new int[cells.size()];
        for (int p = 0; p < units.length; p++) {
            units[p] = unit(p);
        }
        for (int p = 0; p < units.length; p++) {
            payloadShifts[p] = cells.get(p).firing().spikes() ? 0 : payloadShift(p);
        }
        inputUnit = inputUnit();
        lowered = lower();
    }

    private void requireKeys(final int index) {
        final Node node = network.nodes().get(index);
        if (node.size() > Population.MOST_NEURONS) {
            throw new ConfigurationException(network.source() + ": " + node.path() + ": a population of " + node.size()
                    + ", the chip's keys reach " + Population.MOST_NEURONS);
        }
    }

    private double[] activity(final int source) {
        return source == Wire.INPUT
                ? calibration.inputActivity()
                : calibration.activity(wiring.populations().get(source));
    }

    private double[] largest(final int source) {
        return source == Wire.INPUT
                ? calibration.largestInputs()
                : calibration.largest(wiring.populations().get(source));
    }

    private double unit(final int p) {
        final int node = wiring.populations().get(p);
        double largest = Math.max(cells.get(p).largest(), calibration.potential(node));
        for (final double value : calibration.largest(node)) {
            largest = cells.get(p).firing().spikes() ? largest : Math.max(largest, value);
        }
        return power(largest == 0 ? 1 : largest, POTENTIAL_BITS);
    }

    /** @return the largest power of two that leaves a magnitude below 2^bits */
    private static double power(final double magnitude, final int bits) {
        return StrictMath.scalb(1.0, bits - 1 - Math.getExponent(magnitude));
    }

    /** The largest unit of a source's values with which nothing overflows where they land. */
    private double valueUnit(final int source) {
        double most = 0;
        for (final double value : largest(source)) {
            most = Math.max(most, value);
        }
        double unit = power(most == 0 ? 1 : most, PAYLOAD_BITS);
        for (final RoundedWire wire : wires) {
            if (wire.wire().source() == source) {
                final double landing = wire.landing(largest(source));
                unit = Math.min(unit, power(landing == 0 ? 1 : landing, LANDING_BITS));
            }
        }
        return unit;
    }

    private int payloadShift(final int p) {
        return Math.max(0, Math.min(31, Math.getExponent(units[p]) - Math.getExponent(valueUnit(p))));
    }

    /** 0 when every input is one spike or none. */
    private double inputUnit() {
        double most = 0;
        for (final double value : calibration.largestInputs()) {
            most = Math.max(most, value);
        }
        if (calibration.wholeInputs() && most <= 1 && calibration.positiveInputs()) {
            return 0;
        }
        return calibration.wholeInputs() ? Math.min(1, valueUnit(Wire.INPUT)) : valueUnit(Wire.INPUT);
    }

    private PopulationNetwork lower() {
        final List<Population> populations = new ArrayList<>();
        for (int p = 0; p < units.length; p++) {
            populations.add(population(p));
        }
        final List<Projection> projections = new ArrayList<>();
        wires.forEach(wire -> projections.add(projection(wire)));
        final List<Integer> outputs = new ArrayList<>();
        for (final int output : network.outputs()) {
            if (wiring.place(output) >= 0) {
                outputs.add(wiring.place(output));
            } else {
                network.nodes().get(output).feeds().forEach(feed -> outputs.add(wiring.place(feed.from())));
            }
        }
        return new PopulationNetwork(
                network.inputSize(),
                schedule.stride(),
                populations,
                projections,
                outputs.stream().distinct().toList());
    }

    private Population population(final int p) {
        final Cells cell = cells.get(p);
        final Node node = network.nodes().get(wiring.populations().get(p));
        final double[] bias = wiring.bias(p).clone();
        for (int i = 0; i < bias.length; i++) {
            bias[i] *= cell.gain()[i];
        }
        return new Population(
                node.path(),
                cell.dynamics(),
                cell.firing(),
                schedule.levels()[p],
                node.size(),
                whole(cell.rate(), RATE_ONE),
                whole(cell.rest(), units[p]),
                whole(cell.currentRate(), RATE_ONE),
                whole(cell.threshold(), units[p]),
                whole(cell.after(), units[p]),
                whole(bias, units[p]),
                payloadShifts[p]);
    }

    private static int[] whole(final double[] values, final double unit) {
        if (values == null) {
            return null;
        }
        final int[] whole = new int[values.length];
        for (int i = 0; i < whole.length; i++) {
            // The cast saturates.
            whole[i] = (int) Math.rint(values[i] * unit);
        }
        return whole;
    }

    private Projection projection(final RoundedWire wire) {
        final int source = wire.wire().source();
        final int target = wire.wire().target();
        final boolean values =
                source == Wire.INPUT ? inputUnit > 0 : cells.get(source).firing() == Firing.NEVER;
        final double[] gains = wire.units().clone();
        double most = 0;
        for (int i = 0; i < gains.length; i++) {
            gains[i] *= units[target] / (values ? sentUnit(source) : 1);
            most = Math.max(most, gains[i]);
        }
        final int shift = most == 0 ? 0 : GAIN_BITS - 1 - Math.getExponent(most);
        if (shift < 0) {
            throw new ConfigurationException(network.source() + ": "
                    + network.nodes().get(wiring.populations().get(target)).path()
                    + ": what enters it is so much larger than its potential that 30 bits do not span both");
        }
        return new Projection(
                source == Wire.INPUT ? Projection.INPUT : source,
                target,
                schedule.delay(wire.wire()),
                values,
                wire.rows(),
                wire.targets(),
                wire.weights(),
                precision.bits(),
                whole(gains, StrictMath.scalb(1.0, Math.min(MOST_SHIFT, shift))),
                Math.min(MOST_SHIFT, shift));
    }

    private double sentUnit(final int source) {
        return source == Wire.INPUT ? inputUnit : StrictMath.scalb(units[source], -payloadShifts[source]);
    }

    /** @return the network in whole numbers; its populations are {@link Wiring#populations}, in that order */
    PopulationNetwork lowered() {
        return lowered;
    }

    /** @return what became of the nodes */
    Wiring wiring() {
        return wiring;
    }

    /** @return what a potential of 1 is on the chip */
    double potentialUnit(final int population) {
        return units[population];
    }

    /** @return an input as the payload, or the number of packets, that stands for it */
    int input(final double value) {
        final double scaled = value * (inputUnit == 0 ? 1 : inputUnit);
        return (int) Math.max(-(1 << PAYLOAD_BITS), Math.min(1 << PAYLOAD_BITS, Math.rint(scaled)));
    }

    /** @return keys and values for the summary */
    Map<String, Object> report() {
        final Map<String, Object> report = new LinkedHashMap<>();
        report.put("weight_bits", precision.bits());
        report.put("ticks_per_step", schedule.stride());
        report.put("input_unit", inputUnit == 0 ? null : inputUnit);
        final List<Map<String, Object>> list = new ArrayList<>();
        for (final RoundedWire wire : wires) {
            final Map<String, Object> map = new LinkedHashMap<>();
            map.put("from", name(wire.wire().source()));
            map.put("to", name(wire.wire().target()));
            map.put("steps", wire.wire().steps());
            map.put("synapses", wire.wire().synapses());
            map.put("relative_error", wire.error());
            list.add(map);
        }
        report.put("wires", list);
        return report;
    }

    private String name(final int place) {
        return place == Wire.INPUT
                ? "input"
                : network.nodes().get(wiring.populations().get(place)).path();
    }
}
