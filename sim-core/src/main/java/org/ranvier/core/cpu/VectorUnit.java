package org.ranvier.core.cpu;

import java.util.Arrays;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.memory.Elements;
import org.ranvier.core.memory.RegionType;

/**
 * The vector lanes: executes every instruction whose result is a vector or a reduction of one.
 *
 * <p>One dispatch per instruction, then one loop over primitive arrays. A result that needs no narrowing, predicate or stride
 * is computed in place; any other goes through a scratch vector and is committed element by element.
 */
class VectorUnit {
    private final int[] registers;
    private final int[] scratchA;
    private final int[] scratchB;
    private final int[] scratchD;

    VectorUnit(final int[] registers, final int maxLength) {
        this.registers = registers;
        this.scratchA = new int[maxLength];
        this.scratchB = new int[maxLength];
        this.scratchD = new int[maxLength];
    }

    void execute(final Step s) {
        switch (s.op) {
            case V_MOV -> move(s);
            case V_GAT -> gather(s);
            case V_SCA, V_SCADD, V_SCMAC -> scatter(s);
            case C_GT, C_GE, C_EQ, C_NE -> compare(s);
            case R_SUM, R_MAX, R_TOP2 -> reduce(s);
            case X_RND -> random(s);
            case X_BERN -> bernoulli(s);
            case V_SRA, V_SRA_R, V_SRS, V_SRS_R, V_LEAK, V_LEAK_R -> shiftAccumulate(s);
            case V_MUL, V_MUL_R, V_MAC, V_MAC_R -> multiply(s);
            default -> elementwise(s);
        }
    }

    /** @return the bits of a row or region operand */
    long[] bits(final Slot slot) {
        return slot.region.words()[slot.kind == OperandKind.ROW ? registers[slot.register] : 0];
    }

    /** @return the values of a row or one-row region operand, in place */
    int[] values(final Slot slot) {
        return slot.region.cells()[slot.kind == OperandKind.ROW ? registers[slot.register] : 0];
    }

    /** @return the value of a scalar operand */
    int scalar(final Slot slot) {
        return slot.kind == OperandKind.REGISTER ? registers[slot.register] : slot.value;
    }

    /** @return the payloads of a send, one per bit of its mask */
    int[] payloads(final Step s) {
        return source(s.c, s.length, scratchA);
    }

    /** @return a vector of a given length: in place, or in the first scratch vector when it is a column */
    int[] vector(final Slot slot, final int length) {
        return source(slot, length, scratchA);
    }

    /** @return a vector that is used beside the first */
    int[] secondVector(final Slot slot, final int length) {
        return source(slot, length, scratchB);
    }

    private void elementwise(final Step s) {
        final int n = s.length;
        final int[] a = source(s.b, n, scratchA);
        final int[] b = s.c == null ? a : source(s.c, n, scratchB);
        final int[] d = target(s);
        switch (s.op) {
            case V_ABS -> Kernels.abs(d, a, n);
            case V_ADD -> Kernels.add(d, a, b, n);
            case V_SUB -> Kernels.subtract(d, a, b, n);
            case V_MIN -> Kernels.min(d, a, b, n);
            case V_MAX -> Kernels.max(d, a, b, n);
            case V_AND -> Kernels.and(d, a, b, n);
            case V_SHL -> Kernels.shiftLeft(d, a, b, n);
            case V_SHR -> Kernels.shiftRight(d, a, b, n);
            case V_SHR_R -> Kernels.shiftRightRounding(d, a, b, n);
            default -> throw new IllegalStateException("not a vector instruction: " + s.op);
        }
        commit(s, d);
    }

    private void multiply(final Step s) {
        final int n = s.length;
        final int[] a = source(s.b, n, scratchA);
        final int[] b = source(s.c, n, scratchB);
        final int[] d = target(s);
        final int shift = scalar(s.d) & Kernels.PRODUCT_MASK;
        switch (s.op) {
            case V_MUL -> Kernels.multiply(d, a, b, shift, n);
            case V_MUL_R -> Kernels.multiplyRounding(d, a, b, shift, n);
            case V_MAC -> Kernels.multiplyAdd(d, a, b, shift, n);
            default -> Kernels.multiplyAddRounding(d, a, b, shift, n);
        }
        commit(s, d);
    }

    private void shiftAccumulate(final Step s) {
        final int n = s.length;
        final int[] a = source(s.b, n, scratchA);
        final int[] d = target(s);
        final int shift = scalar(s.c) & Kernels.SHIFT_MASK;
        switch (s.op) {
            case V_SRA -> Kernels.shiftAdd(d, a, shift, n);
            case V_SRA_R -> Kernels.shiftAddRounding(d, a, shift, n);
            case V_SRS -> Kernels.shiftSubtract(d, a, shift, n);
            case V_SRS_R -> Kernels.shiftSubtractRounding(d, a, shift, n);
            case V_LEAK -> Kernels.leak(d, a, shift, n);
            default -> Kernels.leakRounding(d, a, shift, n);
        }
        commit(s, d);
    }

    private void move(final Step s) {
        if (s.a.kind == OperandKind.REGION && s.a.elements != null) {
            s.a.elements.fill(scalar(s.b));
            return;
        }
        if (s.a.rows() > 1) {
            final RegionType type = s.a.region.spec().type();
            final int value = Math.max(type.min(), Math.min(type.max(), scalar(s.b)));
            for (final int[] row : s.a.region.cells()) {
                Arrays.fill(row, value);
            }
            return;
        }
        final int[] a = source(s.b, s.length, scratchA);
        final int[] d = target(s);
        System.arraycopy(a, 0, d, 0, s.length);
        commit(s, d);
    }

    private void gather(final Step s) {
        final int[] index = source(s.c, s.length, scratchA);
        final int[] d = target(s);
        if (s.b.elements != null) {
            s.b.elements.gather(d, index, s.length);
        } else if (s.b.kind == OperandKind.COLUMN) {
            Kernels.gatherColumn(d, s.b.region.cells(), registers[s.b.register], index, s.length);
        } else {
            Kernels.gather(d, values(s.b), index, s.length);
        }
        commit(s, d);
    }

    private void scatter(final Step s) {
        if (s.addsBytes) {
            scatterAddBytes(s);
            return;
        }
        final int[] index = source(s.b, s.length, scratchA);
        final int[] value = scattered(s);
        if (s.a.elements != null) {
            scatter(s.a.elements, index, value, s);
            return;
        }
        if (s.a.kind == OperandKind.COLUMN) {
            scatterColumn(s, index, value);
            return;
        }
        final RegionType type = s.a.region.spec().type();
        final int[] table = values(s.a);
        if (s.op != Op.V_SCA) {
            Kernels.scatterAdd(table, index, value, type.min(), type.max(), s.length);
        } else {
            Kernels.scatter(table, index, value, type.min(), type.max(), s.length);
        }
    }

    /** @return what a scatter writes or adds, index by index */
    private int[] scattered(final Step s) {
        final int[] value = source(s.c, s.length, scratchB);
        if (s.op != Op.V_SCMAC) {
            return value;
        }
        Arrays.fill(scratchD, 0, s.length, scalar(s.d));
        Kernels.multiply(scratchD, value, scratchD, 0, s.length);
        return scratchD;
    }

    /** Synapses in lists of bytes, the usual case, without a detour through scratch vectors. */
    private void scatterAddBytes(final Step s) {
        final RegionType type = s.a.region.spec().type();
        Kernels.scatterAdd(
                values(s.a),
                s.b.elements.bytes(),
                s.b.elements.byteMask(),
                s.c.elements.bytes(),
                s.c.elements.byteMask(),
                s.b.pointers.start(registers[s.b.register]),
                type.min(),
                type.max(),
                s.length);
    }

    private void scatterColumn(final Step s, final int[] index, final int[] value) {
        final RegionType type = s.a.region.spec().type();
        final int[][] rows = s.a.region.cells();
        final int column = registers[s.a.register];
        if (s.op != Op.V_SCA) {
            Kernels.scatterAddColumn(rows, column, index, value, type.min(), type.max(), s.length);
        } else {
            Kernels.scatterColumn(rows, column, index, value, type.min(), type.max(), s.length);
        }
    }

    private static void scatter(final Elements table, final int[] index, final int[] value, final Step s) {
        final boolean add = s.op != Op.V_SCA;
        for (int k = 0; k < s.length; k++) {
            table.set(index[k], add ? Kernels.add(table.get(index[k]), value[k]) : value[k]);
        }
    }

    private void compare(final Step s) {
        final int n = s.length;
        final int[] a = source(s.b, n, scratchA);
        final int[] b = source(s.c, n, scratchB);
        switch (s.op) {
            case C_GT -> Kernels.greater(scratchD, a, b, n);
            case C_GE -> Kernels.greaterOrEqual(scratchD, a, b, n);
            case C_EQ -> Kernels.equal(scratchD, a, b, n);
            default -> Kernels.notEqual(scratchD, a, b, n);
        }
        final long[] d = bits(s.a);
        if (s.mask == null) {
            Kernels.pack(d, scratchD, n);
        } else {
            packSelected(d, bits(s.mask), s.negated, n);
        }
    }

    private void packSelected(final long[] d, final long[] mask, final boolean negated, final int n) {
        for (int word = 0, from = 0; from < n; word++, from += Long.SIZE) {
            // The mask is read before the word is written: both may be the same region.
            final long selected = negated ? ~mask[word] : mask[word];
            d[word] = Kernels.pack(scratchD, from, Math.min(n, from + Long.SIZE)) & selected;
        }
    }

    private void reduce(final Step s) {
        final int n = s.length;
        if (n == 0) {
            scratchA[0] = s.op == Op.R_SUM ? 0 : Integer.MIN_VALUE;
        }
        switch (s.op) {
            case R_SUM -> {
                final int[] a = source(s.b, n, scratchA);
                long sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += a[i];
                }
                registers[s.a.register] = Kernels.saturate(sum);
            }
            case R_MAX -> {
                final int[] a = source(s.c, n, scratchA);
                final int best = indexOfMax(a, n);
                registers[s.a.register] = a[best];
                registers[s.b.register] = best;
            }
            default -> {
                final int[] a = source(s.d, n, scratchA);
                final int best = indexOfMax(a, n);
                int second = Integer.MIN_VALUE;
                for (int i = 0; i < n; i++) {
                    second = i == best ? second : Math.max(second, a[i]);
                }
                registers[s.a.register] = a[best];
                registers[s.b.register] = best;
                registers[s.c.register] = second;
            }
        }
    }

    private static int indexOfMax(final int[] a, final int n) {
        int best = 0;
        for (int i = 1; i < n; i++) {
            if (a[i] > a[best]) {
                best = i;
            }
        }
        return best;
    }

    private void random(final Step s) {
        final int[] states = values(s.b);
        Kernels.step(states, s.length);
        final int[] d = target(s);
        Kernels.topBits(d, states, s.c.value, s.length);
        commit(s, d);
    }

    private void bernoulli(final Step s) {
        final int n = s.length;
        final int[] states = values(s.b);
        Kernels.step(states, n);
        Kernels.bernoulli(scratchD, states, source(s.c, n, scratchA), s.d.value, n);
        Kernels.pack(bits(s.a), scratchD, n);
    }

    /** Reads a source as a vector: in place where it is a row, spread out where it is a register, collected where strided. */
    private int[] source(final Slot slot, final int n, final int[] scratch) {
        switch (slot.kind) {
            case REGION, ROW:
                return values(slot);
            case COLUMN, LIST:
                collect(slot, n, scratch);
                return scratch;
            case REGISTER:
                Arrays.fill(scratch, 0, n, registers[slot.register]);
                return scratch;
            default:
                return slot.constant;
        }
    }

    private void collect(final Slot slot, final int n, final int[] into) {
        if (slot.kind == OperandKind.LIST) {
            slot.elements.read(slot.pointers.start(registers[slot.register]), n, into);
            return;
        }
        final int[][] cells = slot.region.cells();
        final int column = registers[slot.register];
        for (int i = 0; i < n; i++) {
            into[i] = cells[i][column];
        }
    }

    /** Where to compute: the destination itself if that is safe, the scratch vector (holding the old value if needed) if not. */
    int[] target(final Step s) {
        if (s.direct) {
            return values(s.a);
        }
        if (s.op.accumulates()) {
            if (s.a.kind == OperandKind.COLUMN || s.a.kind == OperandKind.LIST) {
                collect(s.a, s.length, scratchD);
            } else {
                System.arraycopy(values(s.a), 0, scratchD, 0, s.length);
            }
        }
        return scratchD;
    }

    /** Writes what was computed in {@link #target} to where it belongs, saturating to the destination's type. */
    void commit(final Step s, final int[] result) {
        if (s.direct) {
            return;
        }
        if (s.a.kind == OperandKind.LIST) {
            s.a.elements.write(s.a.pointers.start(registers[s.a.register]), s.length, result);
            return;
        }
        final RegionType type = s.a.region.spec().type();
        if (type != RegionType.S32) {
            Kernels.clamp(result, type.min(), type.max(), s.length);
        }
        if (s.a.kind == OperandKind.COLUMN) {
            commitColumn(s, result);
        } else if (s.mask == null) {
            System.arraycopy(result, 0, values(s.a), 0, s.length);
        } else {
            Kernels.commit(values(s.a), result, bits(s.mask), s.negated, s.length);
        }
    }

    private void commitColumn(final Step s, final int[] result) {
        final int[][] cells = s.a.region.cells();
        final int column = registers[s.a.register];
        for (int i = 0; i < s.length; i++) {
            if (s.mask == null || selected(bits(s.mask), s.negated, i)) {
                cells[i][column] = result[i];
            }
        }
    }

    private static boolean selected(final long[] mask, final boolean negated, final int i) {
        return (mask[i >> 6] >>> i & 1) != 0 ^ negated;
    }
}
