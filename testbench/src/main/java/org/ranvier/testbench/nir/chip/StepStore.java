package org.ranvier.testbench.nir.chip;

import org.ranvier.core.memory.Region;
import org.ranvier.programs.population.PopulationMonitor;
import org.ranvier.programs.population.PopulationNetwork;

/** What populations did in every step of a sample: they work on different steps at a time, and others want to hear step by step. */
final class StepStore implements PopulationMonitor {
    private final int[][][] spikes;
    private final int[][][] potentials;

    StepStore(final PopulationNetwork network, final int steps) {
        final int populations = network.populations().size();
        spikes = new int[populations][steps][];
        potentials = new int[populations][steps][];
        for (int p = 0; p < populations; p++) {
            for (int step = 0; step < steps; step++) {
                potentials[p][step] = new int[network.populations().get(p).neurons()];
                spikes[p][step] = network.populations().get(p).firing().spikes()
                        ? new int[potentials[p][step].length]
                        : potentials[p][step];
            }
        }
    }

    @Override
    public void spikes(final int population, final int step, final int first, final Region bits) {
        final int[] counts = spikes[population][step];
        for (int word = 0; word < bits.words()[0].length; word++) {
            for (long rest = bits.words()[0][word]; rest != 0; rest &= rest - 1) {
                counts[first + word * Long.SIZE + Long.numberOfTrailingZeros(rest)]++;
            }
        }
    }

    @Override
    public void potentials(final int population, final int step, final int first, final Region values) {
        System.arraycopy(
                values.cells()[0],
                0,
                potentials[population][step],
                first,
                values.spec().columns());
    }

    /** @return spikes by neuron; potentials of a population that does not fire */
    int[] given(final int population, final int step) {
        return spikes[population][step];
    }

    /** @return potentials by neuron */
    int[] potentials(final int population, final int step) {
        return potentials[population][step];
    }
}
