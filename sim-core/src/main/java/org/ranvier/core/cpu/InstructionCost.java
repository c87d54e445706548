package org.ranvier.core.cpu;

import java.util.List;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.isa.Signature;
import org.ranvier.core.isa.Unit;
import org.ranvier.core.memory.RegionSpec;

/**
 * What one execution of an instruction takes: cycles of its unit and energy events, from the shapes of its operands alone.
 *
 * <p>Cycles are the longer of lanes ({@code ceil(n / L)} beats) and memory port ({@code ceil(bits / port)} beats), plus what the
 * unit adds. A column operand costs one port access per row. Rows of lists cost their own length, and one word for the pointers
 * to their beginning and end. Cycles of array operations and of packets are added when they run.
 *
 * @param cycles cycles until the next instruction can issue
 * @param laneOps 32-bit element operations of the add class
 * @param multiplyOps element multiplications
 * @param scalarOps scalar operations
 * @param readWords 64-bit words read from local memory
 * @param writeWords 64-bit words written to local memory
 * @param draws random lanes stepped
 */
record InstructionCost(
        int cycles, int laneOps, int multiplyOps, int scalarOps, int readWords, int writeWords, int draws) {
    private static final int WORD = 64;

    /** @return the cost of an instruction; with rows of lists, by their length from 0 to that of the longest */
    static InstructionCost[] byLength(
            final Instruction instruction, final List<RegionSpec> regions, final CoreSpec core) {
        final Operand list = instruction.listRow();
        if (list == null) {
            return new InstructionCost[] {of(instruction, regions, core, -1)};
        }
        final InstructionCost[] costs =
                new InstructionCost[regions.get(list.region()).columns() + 1];
        for (int n = 0; n < costs.length; n++) {
            costs[n] = of(instruction, regions, core, n);
        }
        return costs;
    }

    /** Costs an instruction, given the length of the rows of lists that it names, or -1 if it names none. */
    private static InstructionCost of(
            final Instruction instruction, final List<RegionSpec> regions, final CoreSpec core, final int listLength) {
        final Op op = instruction.op();
        final Traffic traffic = new Traffic(core.portBits());
        int length = 0;
        if (listLength >= 0) {
            traffic.pointers();
        }
        for (int i = 0; i < instruction.operands().size(); i++) {
            final Operand operand = instruction.operands().get(i);
            final Signature place = op.operands().get(i);
            if (operand.isVector() && place != Signature.ARRAY) {
                final RegionSpec region = regions.get(operand.region());
                final int elements = listLength >= 0 ? listLength : elements(operand, region);
                length = place == Signature.TABLE ? length : Math.max(length, elements);
                traffic.add(op, place, operand, region, elements);
            }
        }
        if (instruction.predicate().kind() != OperandKind.NONE) {
            traffic.read(elements(
                    instruction.predicate(), regions.get(instruction.predicate().region())));
        }
        if (op.unit() == Unit.GATHER) {
            traffic.table(op, length);
        }
        final boolean element = op.unit() == Unit.PORT;
        final boolean scalar = op.unit() == Unit.SEQUENCER || element;
        final boolean multiply = op.unit() == Unit.MULTIPLIER;
        final boolean vector = !scalar && op.unit() != Unit.ARRAY && op.unit() != Unit.SEND;
        return new InstructionCost(
                cycles(op, length, traffic.beats, core),
                vector && !multiply ? laneOps(op, length) : 0,
                multiply || op == Op.V_SCMAC ? length : 0,
                scalar ? 1 : 0,
                traffic.readWords,
                traffic.writeWords,
                op.unit() == Unit.RANDOM ? length : 0);
    }

    private static int laneOps(final Op op, final int length) {
        return op.unit() == Unit.BITS ? ceil(length, 32) : length;
    }

    private static int cycles(final Op op, final int length, final int portBeats, final CoreSpec core) {
        final int beats = ceil(length, core.lanes());
        return switch (op.unit()) {
            case SEQUENCER ->
                switch (op) {
                    case S_MUL -> core.multiplyCycles();
                    case S_DIV -> core.divideCycles();
                    default -> 1;
                };
            case PORT, ARRAY -> 1;
            case LANES, RANDOM -> Math.max(1, Math.max(beats, portBeats));
            case MULTIPLIER -> Math.max(1, Math.max(beats * core.multiplyCycles(), portBeats));
            case GATHER ->
                Math.max(
                        op == Op.V_SCMAC ? Math.max(1, beats * core.multiplyCycles()) : 1,
                        Math.max(ceil(length, core.gatherPerCycle()), portBeats));
            case BITS, SEND -> Math.max(1, portBeats);
            case REDUCTION -> Math.max(1, Math.max(beats, portBeats)) + core.reductionTail();
        };
    }

    private static int elements(final Operand operand, final RegionSpec region) {
        return switch (operand.kind()) {
            case REGION -> region.elements();
            case ROW, LIST -> region.columns();
            case COLUMN -> region.rows();
            default -> 0;
        };
    }

    private static int ceil(final int value, final int divisor) {
        return (value + divisor - 1) / divisor;
    }

    /** Adds up words and port beats of an instruction's operands. */
    private static final class Traffic {
        private final int portBits;
        private int readWords;
        private int writeWords;
        private int beats;

        Traffic(final int portBits) {
            this.portBits = portBits;
        }

        void pointers() {
            readWords++;
            beats++;
        }

        void add(
                final Op op,
                final Signature place,
                final Operand operand,
                final RegionSpec region,
                final int elements) {
            final boolean single = op.unit() == Unit.PORT;
            final boolean table = place == Signature.TABLE;
            if (single) {
                move(op, place, WORD, 1);
            } else if (operand.kind() == OperandKind.COLUMN) {
                move(op, place, elements * WORD, elements);
            } else if (!table) {
                final int bits = elements * region.type().bits();
                move(op, place, bits, ceil(bits, portBits));
            }
        }

        /** Entries of a gather or scatter: a word each, at the rate of the gather unit and not of the port. */
        void table(final Op op, final int entries) {
            if (op != Op.V_SCA) {
                readWords += entries;
            }
            if (op != Op.V_GAT) {
                writeWords += entries;
            }
        }

        void read(final int bits) {
            readWords += ceil(bits, WORD);
            beats += ceil(bits, portBits);
        }

        private void move(final Op op, final Signature place, final int bits, final int accesses) {
            final boolean written =
                    place == Signature.VECTOR_OUT || place == Signature.BITS_OUT || place == Signature.STATES;
            final boolean read = !written || op.accumulates() || place == Signature.STATES;
            if (written) {
                writeWords += ceil(bits, WORD);
                beats += accesses;
            }
            if (read) {
                readWords += ceil(bits, WORD);
                beats += accesses;
            }
        }
    }
}
