package org.ranvier.programs.population;

import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreMonitor;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.memory.Region;

/**
 * Tells a monitor what a tile does, step by step. Levels above the deepest run on for some steps after the last; nobody hears of those.
 *
 * @param chip tells the step
 * @param tile the tile
 * @param steps of the sample
 * @param monitor the monitor
 */
record StepProbe(PopulationChip chip, Tile tile, int steps, PopulationMonitor monitor) implements CoreMonitor {
    @Override
    public void probe(final Core core, final ProbePoint probe, final Region region, final long cycle) {
        final int step = chip.step(
                chip.mapping().network().populations().get(tile.population()).level());
        if (step < steps) {
            if (probe.name().equals("spikes")) {
                monitor.spikes(tile.population(), step, tile.first(), region);
            } else {
                monitor.potentials(tile.population(), step, tile.first(), region);
            }
        }
    }
}
