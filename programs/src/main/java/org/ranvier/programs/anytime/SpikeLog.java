package org.ranvier.programs.anytime;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreMonitor;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.memory.Region;
import org.ranvier.programs.layered.ProbeCounts;

/** Counts the spikes of one layer: by tick of the sample under way, and since the start. Its cores may be simulated by different threads. */
final class SpikeLog implements CoreMonitor {
    private final Chip chip;
    private final int layer;
    private final ProbeCounts total;
    private final AtomicIntegerArray byTick;

    SpikeLog(final Chip chip, final int layer, final int ticks, final ProbeCounts total) {
        this.chip = chip;
        this.layer = layer;
        this.total = total;
        this.byTick = new AtomicIntegerArray(ticks);
    }

    @Override
    public void probe(final Core core, final ProbePoint probe, final Region region, final long cycle) {
        total.probe(core, probe, region, cycle);
        byTick.addAndGet(chip.tick() - layer, ProbeCounts.signals(region));
    }

    void begin() {
        for (int tick = 0; tick < byTick.length(); tick++) {
            byTick.set(tick, 0);
        }
    }

    int[] byTick() {
        final int[] counts = new int[byTick.length()];
        for (int tick = 0; tick < counts.length; tick++) {
            counts[tick] = byTick.get(tick);
        }
        return counts;
    }
}
