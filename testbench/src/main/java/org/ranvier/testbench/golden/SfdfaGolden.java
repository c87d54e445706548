package org.ranvier.testbench.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.memory.Region;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.layered.Placement;
import org.ranvier.programs.sfdfa.SfdfaChip;
import org.ranvier.programs.sfdfa.SfdfaMapping;
import org.ranvier.programs.sfdfa.SfdfaState;

/** Runs a vector on the chip: one sample, then the learning step. */
public final class SfdfaGolden {
    private static final int HIDDEN = 1;
    private static final int OUTPUT = 2;

    private final SfdfaVector vector;
    private final SfdfaChip chip;
    private final List<int[]> hiddenSpikes = new ArrayList<>();
    private final List<int[]> outputSpikes = new ArrayList<>();

    /**
     * Builds the chip and loads the vector's weights and perturbations.
     *
     * @param vector the vector
     * @param spec the chip
     */
    public SfdfaGolden(final SfdfaVector vector, final ChipSpec spec) {
        this.vector = vector;
        chip = new SfdfaChip(new SfdfaMapping(vector.network(), spec));
        chip.arrays().weights(HIDDEN, transposed(vector.hidden()));
        chip.arrays().weights(OUTPUT, transposed(vector.output()));
        chip.state().perturbations(HIDDEN, vector.signs());
        listen();
    }

    private void listen() {
        final List<Placement> placements = chip.mapping().placements();
        for (int i = 0; i < placements.size(); i++) {
            final Placement placement = placements.get(i);
            if (placement.layer() > 0) {
                final List<int[]> log = placement.layer() == HIDDEN ? hiddenSpikes : outputSpikes;
                chip.chip().cores().get(i).monitor((core, probe, region, cycle) -> {
                    if (probe.name().equals("spikes")) {
                        record(log, placement, region);
                    }
                });
            }
        }
    }

    /** Step t of layer l is taken in tick t + l. */
    private void record(final List<int[]> log, final Placement placement, final Region region) {
        for (int neuron = 0; neuron < placement.neurons(); neuron++) {
            if (region.get(0, neuron) != 0) {
                log.add(new int[] {chip.chip().tick() - placement.layer(), placement.first() + neuron});
            }
        }
    }

    /**
     * Runs it; once only.
     *
     * @return keys and values in the layout of the vector's file
     */
    public Map<String, Object> run() {
        chip.learnSpikes(vector.spikes(), vector.label(), vector.rates());
        final SfdfaState state = chip.state();
        final Map<String, Object> report = new LinkedHashMap<>();
        report.put("hidden_spikes", inOrder(hiddenSpikes));
        report.put("out_spikes", inOrder(outputSpikes));
        report.put("state_end", stateEnd(state));
        report.put("e", state.neurons(OUTPUT, "e"));
        report.put("B_after", state.feedback(HIDDEN));
        report.put("w1_after", transposed(chip.arrays().weights(HIDDEN)));
        report.put("w2_after", transposed(chip.arrays().weights(OUTPUT)));
        return report;
    }

    private static Map<String, Object> stateEnd(final SfdfaState state) {
        final Map<String, Object> end = new LinkedHashMap<>();
        for (int layer = HIDDEN; layer <= OUTPUT; layer++) {
            end.put("E" + layer, state.synapses(layer, "E"));
            end.put("r" + layer, state.synapses(layer, "R"));
        }
        for (int layer = HIDDEN; layer <= OUTPUT; layer++) {
            end.put("u" + layer, state.neurons(layer, "u"));
            end.put("I" + layer, state.neurons(layer, "I"));
        }
        end.put("d", state.neurons(OUTPUT, "ds"));
        end.put("z1", state.axons(HIDDEN, "z"));
        end.put("alpha1", state.axons(HIDDEN, "al"));
        return end;
    }

    /** Cores of a layer report one after the other; the file lists by step, then neuron. */
    private static List<int[]> inOrder(final List<int[]> spikes) {
        final List<int[]> sorted = new ArrayList<>(spikes);
        sorted.sort((a, b) -> a[0] == b[0] ? Integer.compare(a[1], b[1]) : Integer.compare(a[0], b[0]));
        return sorted;
    }

    private static int[][] transposed(final int[][] matrix) {
        final int[][] result = new int[matrix[0].length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < result.length; column++) {
                result[column][row] = matrix[row][column];
            }
        }
        return result;
    }
}
