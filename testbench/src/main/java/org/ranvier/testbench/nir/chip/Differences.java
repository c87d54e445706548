package org.ranvier.testbench.nir.chip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.Neuron;
import org.ranvier.testbench.nir.run.Executor;
import org.ranvier.testbench.nir.run.Frames;
import org.ranvier.testbench.nir.run.Monitor;

/**
 * Runs every sample on the chip and in floating point, passes on what the chip does, and counts what differs: the error that rounding
 * causes.
 */
public final class Differences implements Executor {
    private final Network network;
    private final Executor chip;
    private final Executor model;
    private final List<Integer> spiking = new ArrayList<>();
    private final long[] mismatches;
    private final long[] places;
    private double outputDifference;
    private double outputMagnitude;
    private double[][][] expected = new double[0][][];

    /**
     * @param network the network
     * @param chip what runs it
     * @param model what it should do
     */
    public Differences(final Network network, final Executor chip, final Executor model) {
        this.network = network;
        this.chip = chip;
        this.model = model;
        for (int i = 0; i < network.nodes().size(); i++) {
            if (network.nodes().get(i).operation() instanceof final Neuron neuron && neuron.spiking()) {
                spiking.add(i);
            }
        }
        mismatches = new long[spiking.size()];
        places = new long[spiking.size()];
    }

    @Override
    public void run(final Frames frames, final int steps, final Monitor monitor) {
        expected = new double[steps][network.nodes().size()][];
        model.run(frames, steps, (step, activity) -> {
            for (int node = 0; node < expected[step].length; node++) {
                if (spiking.contains(node) || network.outputs().contains(node)) {
                    expected[step][node] = activity.output(node).clone();
                }
            }
        });
        chip.run(frames, steps, (step, activity) -> {
            compare(step, activity);
            monitor.step(step, activity);
        });
    }

    private void compare(final int step, final Monitor.Activity activity) {
        for (int s = 0; s < mismatches.length; s++) {
            final double[] spikes = activity.output(spiking.get(s));
            final double[] should = expected[step][spiking.get(s)];
            places[s] += spikes.length;
            for (int i = 0; i < spikes.length; i++) {
                mismatches[s] += spikes[i] != should[i] ? 1 : 0;
            }
        }
        for (final int output : network.outputs()) {
            final double[] given = activity.output(output);
            final double[] should = expected[step][output];
            for (int i = 0; i < given.length; i++) {
                outputDifference += Math.abs(given[i] - should[i]);
                outputMagnitude += Math.abs(should[i]);
            }
        }
    }

    /** @return keys and values for the summary: of every population that fires, in how many steps and neurons spikes differ */
    public Map<String, Object> report() {
        final Map<String, Object> report = new LinkedHashMap<>();
        final Map<String, Object> spikes = new LinkedHashMap<>();
        for (int s = 0; s < mismatches.length; s++) {
            final Map<String, Object> node = new LinkedHashMap<>();
            node.put("mismatches", mismatches[s]);
            node.put("of", places[s]);
            spikes.put(network.nodes().get(spiking.get(s)).path(), node);
        }
        report.put("spikes", spikes);
        report.put("output_relative_error", outputMagnitude == 0 ? null : outputDifference / outputMagnitude);
        return report;
    }
}
