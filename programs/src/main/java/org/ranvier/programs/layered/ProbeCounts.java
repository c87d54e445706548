package org.ranvier.programs.layered;

import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreMonitor;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.memory.Region;

/** Counts a layer's forward and gradient signals at the probe points of its programs: {@code spikes}, and any other. */
public final class ProbeCounts implements CoreMonitor {
    private long forward;
    private long gradient;

    @Override
    public void probe(final Core core, final ProbePoint probe, final Region region, final long cycle) {
        int set = 0;
        for (final long word : region.words()[0]) {
            set += Long.bitCount(word);
        }
        if (probe.name().equals("spikes")) {
            forward += set;
        } else {
            gradient += set;
        }
    }

    /** Counts forward signals that pass no probe. */
    public void addForward(final long spikes) {
        forward += spikes;
    }

    /** @return forward signals */
    public long forward() {
        return forward;
    }

    /** @return gradient signals */
    public long gradient() {
        return gradient;
    }
}
