package org.ranvier.core.cpu;

import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.OperandKind;

/**
 * An instruction decoded for execution: resolved operands, cycles, the regions it touches.
 *
 * <p>One on rows of lists has as many elements as the row that it meets, so it {@link #select selects} that row before it runs.
 */
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

    /** An operand that is a row of a list, or null. */
    final Slot list;

    /** Elements that a vector instruction works on. */
    int length;

    /** Cycles for everything but array operations and packets, which depend on data. */
    int cycles;

    /** Which of the core's counters counts the execution. */
    int counter;

    /** What an execution takes: one entry, or one for every length of a row of a list. */
    final InstructionCost[] costs;

    /** True for a scatter-add of rows of lists of bytes to a region or row. */
    final boolean addsBytes;

    private final int firstCounter;

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
            final InstructionCost[] costs,
            final int firstCounter,
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
        this.list = list(slots);
        this.length = length;
        this.costs = costs;
        this.cycles = costs[costs.length - 1].cycles();
        this.firstCounter = firstCounter;
        this.addsBytes = op == Op.V_SCADD
                && (a.kind == OperandKind.ROW || a.kind == OperandKind.REGION && a.elements == null)
                && isBytes(b)
                && isBytes(c);
        this.counter = firstCounter;
        this.direct = direct;
        this.regions = regions;
        this.owed = owed;
        this.phase = phase;
    }

    private static Slot list(final Slot[] slots) {
        for (final Slot slot : slots) {
            if (slot != null && slot.kind == OperandKind.LIST) {
                return slot;
            }
        }
        return null;
    }

    private static boolean isBytes(final Slot slot) {
        return slot.kind == OperandKind.LIST && slot.elements.bytes() != null;
    }

    /** Turns to the row that its list operands name now. */
    void select(final int[] registers) {
        length = list.pointers.length(registers[list.register]);
        cycles = costs[length].cycles();
        counter = firstCounter + length;
    }

    /** @return the first of its counters, as many as it has costs */
    int firstCounter() {
        return firstCounter;
    }

    /** @return the elements that an execution with a cost of this index works on */
    int elements(final int cost) {
        return list == null ? length : cost;
    }
}
