package org.ranvier.core.cpu;

import java.util.Objects;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.memory.Region;

/** The sequencer's scalar ALU, its accesses to single elements, and the bit-vector instructions. */
class ScalarUnit {
    private final int[] registers;
    private final VectorUnit vectors;

    ScalarUnit(final int[] registers, final VectorUnit vectors) {
        this.registers = registers;
        this.vectors = vectors;
    }

    /** Executes anything that is neither a branch nor an instruction of the lanes, the send unit or the array. */
    void execute(final Step s) {
        switch (s.op) {
            case S_LD -> registers[s.a.register] = s.b.region.get(row(s.b), scalar(s.c));
            case S_ST -> s.a.region.set(row(s.a), scalar(s.b), scalar(s.c));
            case S_INC -> increment(s);
            case B_SET -> set(vectors.bits(s.a), element(s.a, s.b));
            case B_CLR -> clear(vectors.bits(s.a), element(s.a, s.b));
            case B_TST -> registers[s.a.register] = test(vectors.bits(s.b), element(s.b, s.c));
            case B_MOV, B_AND, B_OR, B_XOR, B_ANDN, B_FILL, B_CNT -> bits(s);
            case S_MOV -> registers[s.a.register] = scalar(s.b);
            case S_CLZ -> registers[s.a.register] = Integer.numberOfLeadingZeros(scalar(s.b));
            case S_INCM -> {
                final int next = registers[s.a.register] + 1;
                registers[s.a.register] = next == scalar(s.b) ? 0 : next;
            }
            default -> registers[s.a.register] = arithmetic(s, scalar(s.b), scalar(s.c));
        }
    }

    /** Decides a conditional branch, with its side effect. */
    boolean branches(final Step s) {
        return switch (s.op) {
            case JMP -> true;
            case BEQ -> scalar(s.a) == scalar(s.b);
            case BNE -> scalar(s.a) != scalar(s.b);
            case BLT -> scalar(s.a) < scalar(s.b);
            case BGE -> scalar(s.a) >= scalar(s.b);
            case LOOP -> ++registers[s.a.register] < scalar(s.b);
            case BNONE -> BitVectors.none(vectors.bits(s.a));
            default -> pop(s);
        };
    }

    int scalar(final Slot slot) {
        return vectors.scalar(slot);
    }

    private boolean pop(final Step s) {
        final long[] words = vectors.bits(s.b);
        final int bit = BitVectors.next(words, 0);
        if (bit < 0) {
            return true;
        }
        clear(words, bit);
        registers[s.a.register] = bit;
        return false;
    }

    private int arithmetic(final Step s, final int a, final int b) {
        return switch (s.op) {
            case S_ADD -> Kernels.add(a, b);
            case S_SUB -> Kernels.subtract(a, b);
            case S_MIN -> Math.min(a, b);
            case S_MAX -> Math.max(a, b);
            case S_AND -> a & b;
            case S_OR -> a | b;
            case S_XOR -> a ^ b;
            case S_SHL -> Kernels.shiftLeft(a, b);
            case S_SHR -> a >> b;
            case S_MUL -> Kernels.multiply(a, b, scalar(s.d) & Kernels.PRODUCT_MASK);
            case S_DIV -> b == 0 ? 0 : Kernels.saturate((long) a / b);
            default -> throw new IllegalStateException("not a scalar instruction: " + s.op);
        };
    }

    private void increment(final Step s) {
        final Region region = s.a.region;
        final int row = row(s.a);
        final int column = scalar(s.b);
        region.set(row, column, Kernels.add(region.get(row, column), scalar(s.c)));
    }

    private void bits(final Step s) {
        switch (s.op) {
            case B_MOV -> {
                final long[] source = vectors.bits(s.b);
                System.arraycopy(source, 0, vectors.bits(s.a), 0, source.length);
            }
            case B_AND -> BitVectors.and(vectors.bits(s.a), vectors.bits(s.b), vectors.bits(s.c));
            case B_OR -> BitVectors.or(vectors.bits(s.a), vectors.bits(s.b), vectors.bits(s.c));
            case B_XOR -> BitVectors.xor(vectors.bits(s.a), vectors.bits(s.b), vectors.bits(s.c));
            case B_ANDN -> BitVectors.andNot(vectors.bits(s.a), vectors.bits(s.b), vectors.bits(s.c));
            case B_CNT -> registers[s.a.register] = BitVectors.count(vectors.bits(s.b));
            default -> fill(s);
        }
    }

    private void fill(final Step s) {
        final int columns = s.a.region.spec().columns();
        if (s.a.rows() > 1) {
            for (final long[] row : s.a.region.words()) {
                BitVectors.fill(row, s.b.value, columns);
            }
        } else {
            BitVectors.fill(vectors.bits(s.a), s.b.value, columns);
        }
    }

    private int row(final Slot vector) {
        return vector.kind == OperandKind.ROW ? registers[vector.register] : 0;
    }

    private static void set(final long[] words, final int bit) {
        words[bit >> 6] |= 1L << bit;
    }

    private static void clear(final long[] words, final int bit) {
        words[bit >> 6] &= ~(1L << bit);
    }

    private static int test(final long[] words, final int bit) {
        return (int) (words[bit >> 6] >>> bit) & 1;
    }

    /** A bit index; checked here because the last word has room for bits that are not there. */
    private int element(final Slot vector, final Slot index) {
        return Objects.checkIndex(scalar(index), vector.region.spec().columns());
    }
}
