package org.ranvier.router.parts;

import java.util.List;
import org.ranvier.core.parallel.Partitions;
import org.ranvier.core.parallel.RoundRunner;
import org.ranvier.core.parallel.Threads;
import org.ranvier.core.time.Scheduler;
import org.ranvier.core.time.Timeline;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.Rows;
import org.ranvier.router.cycle.CycleFabric;

/** An exact network without a chip, in one part or several, with the clock that runs it. */
public final class CycleNetwork {
    private final Rows rows;
    private final List<Scheduler> schedulers;
    private final List<CycleFabric> parts;
    private final FabricParts fabric;
    private final Timeline timeline;

    /**
     * Builds the network in as many parts as there are threads, or rows if those are fewer.
     *
     * @param spec the network
     * @param threads threads, at least 1
     */
    public CycleNetwork(final FabricSpec spec, final int threads) {
        this(spec, threads, new Threads());
    }

    /**
     * Builds the network in parts.
     *
     * @param spec the network
     * @param count how many parts, at least 1; no more than there are rows are made
     * @param runner who does their work
     */
    public CycleNetwork(final FabricSpec spec, final int count, final RoundRunner runner) {
        rows = new Rows(spec.mesh(), count);
        schedulers = Scheduler.siblings(rows.parts());
        parts = CycleFabric.parts(schedulers, spec, rows);
        fabric = new FabricParts(parts, schedulers, rows);
        timeline = rows.parts() == 1 ? schedulers.get(0) : new Partitions(schedulers, parts, List.of(fabric), runner);
    }

    /** @return how many parts there are */
    public int parts() {
        return parts.size();
    }

    /** @return the first local node of a part; that of part {@link #parts} is the end */
    public int firstNode(final int part) {
        return rows.firstNode(part);
    }

    /** @return the part to which a node belongs */
    public int ofNode(final int node) {
        return rows.ofNode(node);
    }

    /** @return a part, through which its nodes send */
    public CycleFabric part(final int part) {
        return parts.get(part);
    }

    /** @return the clock of a part */
    public Scheduler scheduler(final int part) {
        return schedulers.get(part);
    }

    /** @return the whole, for routes and monitors */
    public FabricParts fabric() {
        return fabric;
    }

    /** @return what makes time pass */
    public Timeline timeline() {
        return timeline;
    }
}
