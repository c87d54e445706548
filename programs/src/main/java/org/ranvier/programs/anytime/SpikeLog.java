package org.ranvier.programs.anytime;

import java.util.Arrays;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreMonitor;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.memory.Region;

/** Counts the spikes of one layer: by tick of the sample under way, and since the start. */
final class SpikeLog implements CoreMonitor {
    private final Chip chip;
    private final int layer;
    private final int[] byTick;
    private long total;

    SpikeLog(final Chip chip, final int layer, final int ticks) {
        this.chip = chip;
        this.layer = layer;
        this.byTick = new int[ticks];
    }

    @Override
    public void probe(final Core core, final ProbePoint probe, final Region region, final long cycle) {
        int set = 0;
        for (final long word : region.words()[0]) {
            set += Long.bitCount(word);
        }
        byTick[chip.tick() - layer] += set;
        total += set;
    }

    void begin() {
        Arrays.fill(byTick, 0);
    }

    int[] byTick() {
        return byTick;
    }

    long total() {
        return total;
    }
}
