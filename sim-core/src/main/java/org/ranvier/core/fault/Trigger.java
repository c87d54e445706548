package org.ranvier.core.fault;

import org.ranvier.core.random.CounterRandom;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * A fault at work: tells whether an event is struck by it.
 *
 * <p>Chance is addressed, not drawn in turn: by (seed, kind, number among the faults of that kind, node, event), so that it depends
 * neither on threads nor on the order of events. One that searches the whole chip belongs to chips that one thread simulates.
 */
public final class Trigger implements Stateful {
    /** Sets these addresses apart from those of devices, whose arrays are numbered from 0. */
    private static final int STREAM = 0xFA017;

    private final FaultSpec spec;
    private final long key;
    private boolean spent;

    /**
     * @param spec the fault
     * @param number its place among the faults of its kind
     * @param seed the run's seed
     */
    public Trigger(final FaultSpec spec, final int number, final long seed) {
        this.spec = spec;
        this.key = CounterRandom.bits64(seed, STREAM, spec.kind().ordinal(), number);
    }

    /** @return the fault */
    public FaultSpec spec() {
        return spec;
    }

    /** @return whether a fault of a cycle has happened; never for a rate */
    public boolean isSpent() {
        return spent;
    }

    /** A fault of a cycle has happened. */
    public void spend() {
        spent = true;
    }

    /** Tells whether a fault of a cycle happens to an event from that cycle on: the first one. */
    boolean isDue(final long cycle) {
        return !spec.isRate() && !spent && cycle >= spec.cycle();
    }

    /** Tells whether an event is struck: by chance, or because it is the first one from the fault's cycle on. */
    boolean strikes(final int node, final long event, final long cycle) {
        if (spec.isRate()) {
            return uniform(node, event) < spec.rate();
        }
        final boolean struck = isDue(cycle);
        spent |= struck;
        return struck;
    }

    /** @return a number of [0, 1) of its own for every node and event */
    double uniform(final int node, final long event) {
        return CounterRandom.uniform(key, 0, node, event);
    }

    /**
     * Counts how many things pass before the next one that is struck, each with the fault's rate.
     *
     * @param node the node
     * @param event the number of the draw
     * @return 0 or more: of geometric distribution
     */
    public long gap(final int node, final long event) {
        final double gap = Math.floor(StrictMath.log(1 - uniform(node, event)) / StrictMath.log1p(-spec.rate()));
        return gap >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) gap;
    }

    @Override
    public void save(final StateWriter out) {
        out.section(spec.toString()).putInt(spent ? 1 : 0);
    }

    @Override
    public void restore(final StateReader in) {
        spent = in.section(spec.toString()).getInt() != 0;
    }
}
