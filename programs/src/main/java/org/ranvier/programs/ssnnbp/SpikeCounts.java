package org.ranvier.programs.ssnnbp;

import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreMonitor;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.memory.Region;

/** Counts a layer's forward and gradient spikes at the probe points of its programs. */
final class SpikeCounts implements CoreMonitor {
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

    void addForward(final long spikes) {
        forward += spikes;
    }

    long forward() {
        return forward;
    }

    long gradient() {
        return gradient;
    }
}
