package org.ranvier.testbench.nir.chip;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.population.PopulationChip;
import org.ranvier.programs.population.PopulationMapping;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.EnergyReport;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Node;
import org.ranvier.testbench.nir.run.Executor;
import org.ranvier.testbench.nir.run.Frames;
import org.ranvier.testbench.nir.run.Monitor;
import org.ranvier.testbench.nir.run.RunRules;

/** Runs a network on the chip. Monitors hear of populations and Outputs; what lies between is not on the chip and is null. */
public final class ChipExecutor implements Executor {
    private final Network network;
    private final Lowering lowering;
    private final PopulationChip chip;
    private final double[][] outputs;
    private final double[][] potentials;
    private int samples;

    /**
     * Brings a network to a chip.
     *
     * @param network the network
     * @param rules what NIR leaves open
     * @param calibration has looked at samples of it
     * @param precision bits of the weights
     * @param spec the chip; its mesh must have enough cores unless {@code grow}
     * @param grow whether to take the smallest mesh of four cores a router that has enough cores
     * @throws org.ranvier.core.error.ConfigurationException when a node cannot be brought to the chip
     * @throws org.ranvier.core.error.MappingException when it does not fit
     */
    public ChipExecutor(
            final Network network,
            final RunRules rules,
            final Calibration calibration,
            final Precision precision,
            final ChipSpec spec,
            final boolean grow) {
        this.network = network;
        lowering = new Lowering(network, rules, calibration, precision);
        final PopulationMapping mapping =
                new PopulationMapping(lowering.lowered(), spec.core().memoryBytes());
        chip = new PopulationChip(mapping, grow ? Meshes.fit(spec, mapping.cores()) : spec);
        outputs = network.nodes().stream().map(node -> new double[node.size()]).toArray(double[][]::new);
        potentials =
                network.nodes().stream().map(node -> new double[node.size()]).toArray(double[][]::new);
    }

    /** @return the chip, for observers */
    public PopulationChip chip() {
        return chip;
    }

    @Override
    public void run(final Frames frames, final int steps, final Monitor monitor) {
        final StepStore store = new StepStore(lowering.lowered(), steps);
        final double[] frame = new double[network.inputSize()];
        chip.run(
                (step, values) -> {
                    Arrays.fill(frame, 0);
                    if (step < frames.steps()) {
                        frames.frame(step, frame);
                    }
                    for (int i = 0; i < frame.length; i++) {
                        values[i] = lowering.input(frame[i]);
                    }
                },
                steps,
                store);
        samples++;
        for (int step = 0; step < steps; step++) {
            tell(step, store, monitor);
        }
    }

    private void tell(final int step, final StepStore store, final Monitor monitor) {
        for (int p = 0; p < lowering.wiring().populations().size(); p++) {
            final int node = lowering.wiring().populations().get(p);
            final boolean fires =
                    lowering.lowered().populations().get(p).firing().spikes();
            final double unit = lowering.potentialUnit(p);
            final int[] given = store.given(p, step);
            final int[] potential = store.potentials(p, step);
            for (int i = 0; i < given.length; i++) {
                outputs[node][i] = fires ? given[i] : given[i] / unit;
                potentials[node][i] = potential[i] / unit;
            }
        }
        for (final int output : network.outputs()) {
            if (lowering.wiring().place(output) < 0) {
                sum(network.nodes().get(output), outputs[output]);
            }
        }
        monitor.step(step, new Monitor.Activity() {
            @Override
            public double[] output(final int node) {
                return lowering.wiring().place(node) >= 0 || network.outputs().contains(node) ? outputs[node] : null;
            }

            @Override
            public double[] potential(final int node) {
                return network.nodes().get(node).neurons() > 0 ? potentials[node] : null;
            }
        });
    }

    private void sum(final Node output, final double[] into) {
        Arrays.fill(into, 0);
        for (final Node.Feed feed : output.feeds()) {
            for (int i = 0; i < into.length; i++) {
                into[i] += outputs[feed.from()][i];
            }
        }
    }

    /**
     * Describes the chip and what the samples so far took.
     *
     * @param profile what events cost
     * @return keys and values for the summary
     */
    public Map<String, Object> report(final EnergyProfile profile) {
        final long cycles = chip.chip().cycle();
        final double seconds = cycles / chip.spec().clockHz();
        final EnergyReport energy = EnergyReport.of(
                chip.chip().ledger(),
                profile,
                seconds,
                chip.mapping().cores(),
                chip.spec().mesh().routers());
        final Map<String, Object> report = new LinkedHashMap<>();
        report.put("mesh", chip.spec().mesh().toString());
        report.put("fabric", chip.spec().fabric().label());
        report.put("cores", chip.mapping().cores());
        report.put("synapses", lowering.lowered().synapses());
        report.put("cycles", cycles);
        report.put("chip_seconds", seconds);
        report.put("cycles_per_sample", (double) cycles / samples);
        final Map<String, Object> joules = new LinkedHashMap<>();
        joules.put("total", energy.joules());
        joules.put("by_component", energy.byComponent());
        joules.put("by_phase", energy.byPhase());
        joules.put("unpriced_events", energy.unpriced());
        joules.put("unpriced_parts", energy.unpricedParts());
        report.put("profile", energy.profile());
        report.put("energy_j", joules);
        report.put("energy_per_sample_j", energy.joules() / samples);
        report.put("quantisation", lowering.report());
        return report;
    }
}
