package org.ranvier.core.cpu;

import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.isa.Op;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/** The port to the synapse array: one operation at a time, beside the sequencer, until something needs its result. */
final class ArrayUnit implements Stateful {
    private final SynapseArray array;
    private final VectorUnit vectors;
    private long freeAt;
    private long resultRegion;

    ArrayUnit(final SynapseArray array, final VectorUnit vectors) {
        this.array = array;
        this.vectors = vectors;
    }

    /** @return the first cycle in which a step can issue as far as the array is concerned */
    long readyFor(final Step s, final boolean arrayOp) {
        return arrayOp || (s.regions & resultRegion) != 0 ? freeAt : 0;
    }

    /** Starts an operation of the sequencer. */
    void execute(final Step s, final long cycle) {
        array.phase(s.phase);
        if (s.op == Op.A_PULSE) {
            pulse(s, cycle);
        } else if (s.op == Op.A_FWD) {
            final long[] rows = vectors.bits(s.c);
            array.forward(rows, vectors.values(s.a));
            owe(s, cycle + array.forwardCycles(BitVectors.count(rows)));
        } else if (s.op == Op.A_BWD) {
            final long[] plus = vectors.bits(s.c);
            final long[] minus = vectors.bits(s.d);
            final int sensed = s.a.length();
            array.backward(plus, minus, vectors.values(s.a), sensed);
            owe(s, cycle + array.backwardCycles(BitVectors.count(plus) + BitVectors.count(minus), sensed));
        } else {
            accumulate(s, cycle, s.phase);
        }
    }

    /** Adds a row for an arriving packet or for the sequencer; returns the cycles until it is done, waiting included. */
    int accumulate(final Step s, final long cycle, final EnergyPhase phase) {
        array.phase(phase);
        array.accumulate(vectors.scalar(s.c), vectors.values(s.a));
        owe(s, Math.max(cycle, freeAt) + array.accumulateCycles());
        return (int) (freeAt - cycle);
    }

    private void pulse(final Step s, final long cycle) {
        final long[] plus = vectors.bits(s.c);
        final long[] minus = vectors.bits(s.d);
        final long[] rows = vectors.bits(s.b);
        array.pulse(rows, plus, minus);
        freeAt = cycle + array.pulseCycles(BitVectors.count(rows), !BitVectors.none(plus), !BitVectors.none(minus));
        resultRegion = 0;
    }

    private void owe(final Step s, final long ready) {
        freeAt = ready;
        resultRegion = s.destination;
    }

    @Override
    public void save(final StateWriter out) {
        out.putLong(freeAt).putLong(resultRegion);
        if (array != null) {
            array.save(out);
        }
    }

    @Override
    public void restore(final StateReader in) {
        freeAt = in.getLong();
        resultRegion = in.getLong();
        if (array != null) {
            array.restore(in);
        }
    }
}
