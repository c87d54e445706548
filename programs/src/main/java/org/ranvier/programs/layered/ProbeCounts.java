package org.ranvier.programs.layered;

import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreMonitor;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.memory.Region;
import org.ranvier.core.memory.RegionType;

/**
 * Counts a layer's signals at the probe points of its programs: set bits, or values other than 0, as forward signals at
 * {@code spikes}, weight updates at {@code updates}, gradient signals at any other.
 */
public final class ProbeCounts implements CoreMonitor {
    private long forward;
    private long gradient;
    private long updates;

    @Override
    public void probe(final Core core, final ProbePoint probe, final Region region, final long cycle) {
        final int set = region.spec().type() == RegionType.BIT ? bits(region.words()[0]) : values(region.cells()[0]);
        switch (probe.name()) {
            case "spikes" -> forward += set;
            case "updates" -> updates += set;
            default -> gradient += set;
        }
    }

    private static int bits(final long[] words) {
        int set = 0;
        for (final long word : words) {
            set += Long.bitCount(word);
        }
        return set;
    }

    private static int values(final int[] cells) {
        int set = 0;
        for (final int cell : cells) {
            set += cell != 0 ? 1 : 0;
        }
        return set;
    }

    /** Counts forward signals that pass no probe. */
    public void addForward(final long spikes) {
        forward += spikes;
    }

    /** @return forward signals */
    public long forward() {
        return forward;
    }

    /** @return weight updates */
    public long updates() {
        return updates;
    }

    /** @return gradient signals */
    public long gradient() {
        return gradient;
    }
}
