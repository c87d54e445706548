package org.ranvier.programs.layered;

import java.util.concurrent.atomic.AtomicLong;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreMonitor;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.memory.Region;
import org.ranvier.core.memory.RegionType;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * Counts a layer's signals at the probe points of its programs: set bits, or values other than 0, as forward signals at
 * {@code spikes}, weight updates at {@code updates}, gradient signals at any other. Its cores may be simulated by different threads.
 */
public final class ProbeCounts implements CoreMonitor, Stateful {
    private final AtomicLong forward = new AtomicLong();
    private final AtomicLong gradient = new AtomicLong();
    private final AtomicLong updates = new AtomicLong();

    @Override
    public void probe(final Core core, final ProbePoint probe, final Region region, final long cycle) {
        final int set = signals(region);
        switch (probe.name()) {
            case "spikes" -> forward.addAndGet(set);
            case "updates" -> updates.addAndGet(set);
            default -> gradient.addAndGet(set);
        }
    }

    /**
     * @param region what a probe names
     * @return its set bits, or its values other than 0
     */
    public static int signals(final Region region) {
        return region.spec().type() == RegionType.BIT ? bits(region.words()[0]) : values(region.cells()[0]);
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
        forward.addAndGet(spikes);
    }

    /** @return forward signals */
    public long forward() {
        return forward.get();
    }

    /** @return weight updates */
    public long updates() {
        return updates.get();
    }

    /** @return gradient signals */
    public long gradient() {
        return gradient.get();
    }

    @Override
    public void save(final StateWriter out) {
        out.section("probes").putLong(forward.get()).putLong(gradient.get()).putLong(updates.get());
    }

    @Override
    public void restore(final StateReader in) {
        forward.set(in.section("probes").getLong());
        gradient.set(in.getLong());
        updates.set(in.getLong());
    }
}
