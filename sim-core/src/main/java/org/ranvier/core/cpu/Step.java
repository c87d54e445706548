package org.ranvier.core.cpu;

import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.isa.Op;

/** An instruction decoded for execution: resolved operands, fixed cycles, the regions it touches. */
final class Step {
    final Op op;

    /** Operands in the order of the table; unused places are null. */
    final Slot a;

    final Slot b;
    final Slot c;
    final Slot d;

    /** Predicate, or null. */
    final Slot mask;

    final boolean negated;

    /** Elements that a vector instruction works on. */
    final int length;

    /** Cycles for everything but array operations and packets, which depend on data. */
    final int cycles;

    /** True when the result can be computed in its place: no narrowing, no predicate, no stride, no source it would spoil. */
    final boolean direct;

    /** A bit per region it reads or writes: what has to wait for the array's result. */
    final long regions;

    /** What waits for an array operation: the bits of the array itself and of the region that it writes. */
    final long owed;

    final EnergyPhase phase;

    Step(
            final Op op,
            final Slot[] slots,
            final Slot mask,
            final boolean negated,
            final int length,
            final int cycles,
            final boolean direct,
            final long regions,
            final long owed,
            final EnergyPhase phase) {
        this.op = op;
        this.a = slots[0];
        this.b = slots[1];
        this.c = slots[2];
        this.d = slots[3];
        this.mask = mask;
        this.negated = negated;
        this.length = length;
        this.cycles = cycles;
        this.direct = direct;
        this.regions = regions;
        this.owed = owed;
        this.phase = phase;
    }
}
