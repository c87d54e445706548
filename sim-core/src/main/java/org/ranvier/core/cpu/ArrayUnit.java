package org.ranvier.core.cpu;

import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.isa.InstructionWord;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/** The port to the synapse array: one operation at a time, beside the sequencer, until something needs its result. */
final class ArrayUnit implements Stateful {
    private final SynapseArray array;
    private final VectorUnit vectors;
    private long freeAt;

    /** A bit per region that waits for the array, and the cycle from which it may be used; cleared lazily. */
    private long owed;

    private final long[] readyAt = new long[InstructionWord.MAX_REGIONS];

    ArrayUnit(final SynapseArray array, final VectorUnit vectors) {
        this.array = array;
        this.vectors = vectors;
    }

    /** @return the first cycle in which it is free, as far as is known */
    long freeAt() {
        return freeAt;
    }

    /** @return the first cycle in which a step can issue as far as the array is concerned */
    long readyFor(final Step s, final boolean arrayOp) {
        if (arrayOp) {
            return freeAt;
        }
        return (s.regions & owed) == 0 ? 0 : lastOf(s.regions & owed);
    }

    private long lastOf(final long regions) {
        long ready = 0;
        for (long rest = regions; rest != 0; rest &= rest - 1) {
            ready = Math.max(ready, readyAt[Long.numberOfTrailingZeros(rest)]);
        }
        return ready;
    }

    /** Starts an operation of the sequencer, which has waited for the array to be free. */
    void execute(final Step s, final long cycle) {
        array.phase(s.phase);
        switch (s.op) {
            case A_PULSE -> pulse(s, cycle);
            case A_FWD -> forward(s, cycle);
            case A_BWD -> backward(s, cycle);
            case A_FWDV -> forwardValues(s, cycle);
            case A_BWDV -> backwardValues(s, cycle);
            case A_UPD -> update(s, cycle);
            default -> accumulate(s, cycle, s.phase);
        }
    }

    private void forward(final Step s, final long cycle) {
        final int[] sums = vectors.target(s);
        final int cycles = array.forward(vectors.bits(s.c), sums);
        vectors.commit(s, sums);
        owe(s, cycle, cycles);
    }

    private void backward(final Step s, final long cycle) {
        final int[] sums = vectors.target(s);
        final int cycles = array.backward(vectors.bits(s.c), vectors.bits(s.d), sums, s.length);
        vectors.commit(s, sums);
        owe(s, cycle, cycles);
    }

    private void forwardValues(final Step s, final long cycle) {
        final int[] sums = vectors.target(s);
        final int cycles = array.forward(vectors.vector(s.c, array.rows()), s.d.value, sums);
        vectors.commit(s, sums);
        owe(s, cycle, cycles);
    }

    private void backwardValues(final Step s, final long cycle) {
        final int[] sums = vectors.target(s);
        final int cycles = array.backward(vectors.vector(s.c, array.columns()), s.d.value, sums, s.length);
        vectors.commit(s, sums);
        owe(s, cycle, cycles);
    }

    private void update(final Step s, final long cycle) {
        final int[] x = vectors.vector(s.b, array.rows());
        final int[] d = vectors.secondVector(s.c, array.columns());
        owe(s, cycle, array.update(x, d, vectors.scalar(s.d)));
    }

    /** Adds a row for an arriving packet or for the sequencer; returns the cycles until it is done, waiting included. */
    int accumulate(final Step s, final long cycle, final EnergyPhase phase) {
        array.phase(phase);
        final int[] sums = vectors.target(s);
        final int cycles = array.accumulate(vectors.scalar(s.c), sums);
        vectors.commit(s, sums);
        owe(s, cycle, cycles);
        return (int) (freeAt - cycle);
    }

    private void pulse(final Step s, final long cycle) {
        owe(s, cycle, array.pulse(vectors.bits(s.b), vectors.bits(s.c), vectors.bits(s.d)));
    }

    /** Occupies the array from now on, or from when it is free. */
    private void owe(final Step s, final long cycle, final int cycles) {
        if (freeAt <= cycle) {
            owed = 0;
        }
        freeAt = Math.max(cycle, freeAt) + cycles;
        owed |= s.owed;
        for (long rest = s.owed; rest != 0; rest &= rest - 1) {
            readyAt[Long.numberOfTrailingZeros(rest)] = freeAt;
        }
    }

    @Override
    public void save(final StateWriter out) {
        out.putLong(freeAt).putLong(owed).putLongs(readyAt);
        if (array != null) {
            array.save(out);
        }
    }

    @Override
    public void restore(final StateReader in) {
        freeAt = in.getLong();
        owed = in.getLong();
        in.getLongs(readyAt);
        if (array != null) {
            array.restore(in);
        }
    }
}
