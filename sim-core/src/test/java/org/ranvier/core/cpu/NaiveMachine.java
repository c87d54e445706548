package org.ranvier.core.cpu;

import java.math.BigInteger;
import java.util.List;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RegionType;

/**
 * What the instruction table says, element by element in 64 bit and in big integers, on memory of {@code long[][]} per region;
 * shares no code with the core.
 */
final class NaiveMachine {
    private final List<RegionSpec> specs;
    final long[][][] memory;
    final long[] registers = new long[19];
    private final int arrayStep;

    /** The memory before the instruction: what sources are read from. */
    private long[][][] before;

    NaiveMachine(final List<RegionSpec> specs, final int arrayStep) {
        this.specs = specs;
        this.arrayStep = arrayStep;
        memory = new long[specs.size()][][];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = new long[specs.get(i).rows()][];
            for (int row = 0; row < memory[i].length; row++) {
                memory[i][row] = new long[specs.get(i).length(row)];
            }
        }
    }

    /** Executes anything but sends, {@code end} and {@code bar}; returns true when a branch is taken. */
    boolean execute(final Instruction i) {
        before = copy(memory);
        final Op op = i.op();
        final List<Operand> o = i.operands();
        switch (op) {
            case JMP:
                return true;
            case BEQ:
                return scalar(o.get(0)) == scalar(o.get(1));
            case BNE:
                return scalar(o.get(0)) != scalar(o.get(1));
            case BLT:
                return scalar(o.get(0)) < scalar(o.get(1));
            case BGE:
                return scalar(o.get(0)) >= scalar(o.get(1));
            case LOOP:
                registers[o.get(0).register()] = (int) (registers[o.get(0).register()] + 1);
                return registers[o.get(0).register()] < scalar(o.get(1));
            case POPB:
                return pop(o);
            case BNONE:
                return count(o.get(0)) == 0;
            case V_SCA, V_SCADD, V_SCMAC:
                scatter(op, o);
                return false;
            case B_FILL, V_MOV:
                fillOrMove(i);
                return false;
            case R_SUM, R_MAX, R_TOP2, B_CNT:
                reduce(op, o);
                return false;
            case X_RND, X_BERN:
                random(op, o);
                return false;
            case A_FWD, A_BWD, A_PULSE, A_ACC:
                array(op, o);
                return false;
            case A_FWDV, A_BWDV, A_UPD:
                arrayValues(op, o);
                return false;
            default:
                if (op.mnemonic().startsWith("s.")
                        || List.of(Op.B_SET, Op.B_CLR, Op.B_TST).contains(op)) {
                    single(op, o);
                } else {
                    elements(i);
                }
                return false;
        }
    }

    private void single(final Op op, final List<Operand> o) {
        final Operand a = o.get(0);
        final long b = o.size() > 1 && o.get(1).isScalar() ? scalar(o.get(1)) : 0;
        final long c = o.size() > 2 && o.get(2).isScalar() ? scalar(o.get(2)) : 0;
        switch (op) {
            case S_LD, B_TST -> registers[a.register()] = get(o.get(1), (int) c);
            case S_ST -> set(a, (int) b, c);
            case S_INC -> set(a, (int) b, saturate(get(a, (int) b) + c));
            case B_SET -> set(a, (int) b, 1);
            case B_CLR -> set(a, (int) b, 0);
            case S_INCM ->
                registers[a.register()] =
                        (int) (registers[a.register()] + 1) == b ? 0 : (int) (registers[a.register()] + 1);
            case S_MUL -> registers[a.register()] = shiftProduct(b, c, Math.floorMod(scalar(o.get(3)), 64), false);
            case S_DIV -> registers[a.register()] = c == 0 ? 0 : saturate(b / c);
            case S_CLZ ->
                registers[a.register()] =
                        32 - BigInteger.valueOf(b & 0xFFFFFFFFL).bitLength();
            case S_MOV -> registers[a.register()] = b;
            default -> registers[a.register()] = lane(op, 0, b, c, 0);
        }
    }

    private void elements(final Instruction i) {
        final List<Operand> o = i.operands();
        final int constant = o.size() > 3 ? Math.floorMod(scalar(o.get(3)), 64) : 0;
        for (int k = 0; k < length(o, 0); k++) {
            final long b = i.op() == Op.V_GAT ? 0 : value(o.get(1), k);
            final long c = o.size() > 2 ? value(o.get(2), k) : 0;
            final long result =
                    i.op() == Op.V_GAT ? get(o.get(1), (int) c) : lane(i.op(), get(o.get(0), k), b, c, constant);
            store(i, k, result);
        }
    }

    private void store(final Instruction i, final int k, final long result) {
        final boolean compare = i.op().mnemonic().startsWith("c.");
        if (selected(i, k)) {
            set(i.operands().get(0), k, result);
        } else if (compare) {
            set(i.operands().get(0), k, 0);
        }
    }

    private boolean selected(final Instruction i, final int k) {
        return i.predicate().kind() == OperandKind.NONE || (get(i.predicate(), k) != 0) != i.negated();
    }

    private static long lane(final Op op, final long d, final long b, final long c, final int constant) {
        final int shift = Math.floorMod(c, 32);
        return switch (op) {
            case V_ABS -> saturate(Math.abs(b));
            case V_ADD, S_ADD -> saturate(b + c);
            case V_SUB, S_SUB -> saturate(b - c);
            case V_MIN, S_MIN -> Math.min(b, c);
            case V_MAX, S_MAX -> Math.max(b, c);
            case V_AND, S_AND, B_AND -> b & c;
            case S_OR, B_OR -> b | c;
            case S_XOR, B_XOR -> b ^ c;
            case B_ANDN -> b == 1 && c == 0 ? 1 : 0;
            case B_MOV -> b;
            case V_SHL, S_SHL -> saturate(b * (1L << shift));
            case V_SHR, S_SHR -> Math.floorDiv(b, 1L << shift);
            case V_SHR_R -> rounded(b, shift);
            case V_MUL -> shiftProduct(b, c, constant, false);
            case V_MUL_R -> shiftProduct(b, c, constant, true);
            case V_MAC -> saturate(d + shiftExact(b, c, constant, false));
            case V_MAC_R -> saturate(d + shiftExact(b, c, constant, true));
            case V_SRA -> saturate(d + Math.floorDiv(b, 1L << shift));
            case V_SRA_R -> saturate(d + rounded(b, shift));
            case V_SRS -> saturate(d - Math.floorDiv(b, 1L << shift));
            case V_SRS_R -> saturate(d - rounded(b, shift));
            case V_LEAK -> saturate(d + Math.floorDiv(b - d, 1L << shift));
            case V_LEAK_R -> saturate(d + rounded(b - d, shift));
            case C_GT -> b > c ? 1 : 0;
            case C_GE -> b >= c ? 1 : 0;
            case C_EQ -> b == c ? 1 : 0;
            case C_NE -> b != c ? 1 : 0;
            default -> throw new IllegalArgumentException(op.mnemonic());
        };
    }

    private static long rounded(final long x, final int shift) {
        return shift == 0 ? x : Math.floorDiv(x + (1L << (shift - 1)), 1L << shift);
    }

    private static long shiftExact(final long a, final long b, final int shift, final boolean round) {
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        if (round && shift > 0) {
            product = product.add(BigInteger.ONE.shiftLeft(shift - 1));
        }
        return product.shiftRight(shift).longValueExact();
    }

    private static long shiftProduct(final long a, final long b, final int shift, final boolean round) {
        return saturate(shiftExact(a, b, shift, round));
    }

    private boolean pop(final List<Operand> o) {
        for (int k = 0; k < length(o.get(1)); k++) {
            if (get(o.get(1), k) == 1) {
                set(o.get(1), k, 0);
                registers[o.get(0).register()] = k;
                return false;
            }
        }
        return true;
    }

    private void scatter(final Op op, final List<Operand> o) {
        for (int k = 0; k < length(o, 1); k++) {
            // In the order of k: what an earlier element wrote is seen by a later one.
            before = copy(memory);
            final int at = (int) value(o.get(1), k);
            final long old = op == Op.V_SCA ? 0 : get(o.get(0), at);
            final long value = value(o.get(2), k);
            final long added = op == Op.V_SCMAC ? shiftProduct(value, scalar(o.get(3)), 0, false) : value;
            set(o.get(0), at, saturate(old + added));
        }
    }

    private void fillOrMove(final Instruction i) {
        final Operand d = i.operands().get(0);
        final RegionSpec spec = specs.get(d.region());
        if (d.kind() == OperandKind.REGION && i.operands().get(1).isScalar() && (spec.rows() > 1 || spec.isList())) {
            for (int row = 0; row < spec.rows(); row++) {
                for (int k = 0; k < spec.length(row); k++) {
                    memory[d.region()][row][k] =
                            clamp(spec.type(), scalar(i.operands().get(1)));
                }
            }
        } else {
            for (int k = 0; k < length(i.operands(), 0); k++) {
                store(i, k, value(i.operands().get(1), k));
            }
        }
    }

    private void reduce(final Op op, final List<Operand> o) {
        final Operand v = o.get(o.size() - 1);
        long sum = 0;
        int best = 0;
        long second = Integer.MIN_VALUE;
        for (int k = 0; k < length(v); k++) {
            sum += get(v, k);
            best = get(v, k) > get(v, best) ? k : best;
        }
        for (int k = 0; k < length(v); k++) {
            second = k == best ? second : Math.max(second, get(v, k));
        }
        if (length(v) == 0) {
            final long[] none = {op == Op.R_SUM ? 0 : Integer.MIN_VALUE, 0, Integer.MIN_VALUE};
            for (int place = 0; place < o.size() - 1; place++) {
                registers[o.get(place).register()] = none[place];
            }
            return;
        }
        final long[] results =
                op == Op.R_SUM || op == Op.B_CNT ? new long[] {saturate(sum)} : new long[] {get(v, best), best, second};
        for (int place = 0; place < o.size() - 1; place++) {
            registers[o.get(place).register()] = results[place];
        }
    }

    private void random(final Op op, final List<Operand> o) {
        final Operand states = o.get(1);
        final int bits = (int) scalar(o.get(o.size() - 1));
        for (int k = 0; k < length(o, 1); k++) {
            set(states, k, (int) xorshift(get(states, k) & 0xFFFFFFFFL));
        }
        before = copy(memory);
        for (int k = 0; k < length(o, 1); k++) {
            final long draw = (get(states, k) & 0xFFFFFFFFL) / (1L << (32 - bits));
            set(o.get(0), k, op == Op.X_RND ? draw : draw < value(o.get(2), k) ? 1 : 0);
        }
    }

    private static long xorshift(final long state) {
        long x = state;
        x = (x ^ x << 13) & 0xFFFFFFFFL;
        x = x ^ x >> 17;
        return (x ^ x << 5) & 0xFFFFFFFFL;
    }

    private void array(final Op op, final List<Operand> o) {
        final Operand d = o.get(0);
        if (op == Op.A_PULSE) {
            pulse(d, o.get(1), o.get(2), 1);
            before = copy(memory);
            pulse(d, o.get(1), o.get(3), -1);
            return;
        }
        final long[][] w = before[o.get(1).region()];
        for (int k = 0; k < length(d); k++) {
            long sum = op == Op.A_ACC ? get(d, k) + w[(int) scalar(o.get(2))][k] : 0;
            if (op == Op.A_FWD) {
                for (int row = 0; row < w.length; row++) {
                    sum += get(o.get(2), row) * w[row][k];
                }
            } else if (op == Op.A_BWD) {
                for (int column = 0; column < w[0].length; column++) {
                    sum += (get(o.get(2), column) - get(o.get(3), column)) * w[k][column];
                }
            }
            set(d, k, saturate(sum));
        }
    }

    private void arrayValues(final Op op, final List<Operand> o) {
        if (op == Op.A_UPD) {
            outerProduct(o);
            return;
        }
        final long[][] w = before[o.get(1).region()];
        final int terms = op == Op.A_FWDV ? w.length : w[0].length;
        for (int k = 0; k < length(o.get(0)); k++) {
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < terms; i++) {
                final long weight = op == Op.A_FWDV ? w[i][k] : w[k][i];
                sum = sum.add(BigInteger.valueOf(weight * get(o.get(2), i)));
                sum = sum.max(BigInteger.valueOf(Long.MIN_VALUE)).min(BigInteger.valueOf(Long.MAX_VALUE));
            }
            set(o.get(0), k, saturate(sum.shiftRight((int) scalar(o.get(3))).longValueExact()));
        }
    }

    private void outerProduct(final List<Operand> o) {
        final RegionSpec spec = specs.get(o.get(0).region());
        for (int row = 0; row < spec.rows(); row++) {
            for (int column = 0; column < spec.columns(); column++) {
                final BigInteger product = BigInteger.valueOf(scalar(o.get(3)))
                        .multiply(BigInteger.valueOf(get(o.get(1), row)))
                        .multiply(BigInteger.valueOf(get(o.get(2), column)));
                final long change =
                        product.add(BigInteger.ONE.shiftLeft(39)).shiftRight(40).longValueExact();
                memory[o.get(0).region()][row][column] =
                        clamp(spec.type(), before[o.get(0).region()][row][column] + change);
            }
        }
    }

    private void pulse(final Operand array, final Operand rows, final Operand columns, final int sign) {
        final RegionSpec spec = specs.get(array.region());
        for (int row = 0; row < spec.rows(); row++) {
            for (int column = 0; column < spec.columns(); column++) {
                if (get(rows, row) == 1 && get(columns, column) == 1) {
                    memory[array.region()][row][column] =
                            clamp(spec.type(), before[array.region()][row][column] + (long) sign * arrayStep);
                }
            }
        }
    }

    private long count(final Operand bits) {
        long count = 0;
        for (int k = 0; k < length(bits); k++) {
            count += get(bits, k);
        }
        return count;
    }

    long scalar(final Operand operand) {
        return operand.kind() == OperandKind.REGISTER ? registers[operand.register()] : operand.value();
    }

    private long value(final Operand operand, final int k) {
        return operand.isScalar() ? scalar(operand) : get(operand, k);
    }

    /** The number of elements: the length of a row of a list if there is one, or else of a certain operand. */
    private int length(final List<Operand> operands, final int place) {
        for (final Operand operand : operands) {
            if (operand.kind() == OperandKind.LIST) {
                return length(operand);
            }
        }
        return length(operands.get(place));
    }

    int length(final Operand vector) {
        final RegionSpec spec = specs.get(vector.region());
        if (vector.kind() == OperandKind.LIST) {
            return memory[vector.region()][(int) registers[vector.register()]].length;
        }
        return vector.kind() == OperandKind.COLUMN ? spec.rows() : spec.columns();
    }

    long get(final Operand vector, final int k) {
        final long[][] cells = before[vector.region()];
        if (isWholeList(vector)) {
            return cells[rowOf(cells, k)][k - startOf(cells, rowOf(cells, k))];
        }
        return vector.kind() == OperandKind.COLUMN
                ? cells[k][(int) registers[vector.register()]]
                : row(before, vector)[k];
    }

    private boolean isWholeList(final Operand vector) {
        return vector.kind() == OperandKind.REGION && specs.get(vector.region()).isList();
    }

    private static int rowOf(final long[][] rows, final int k) {
        int row = 0;
        for (int left = k; left >= rows[row].length; row++) {
            left -= rows[row].length;
        }
        return row;
    }

    private static int startOf(final long[][] rows, final int row) {
        return row == 0 ? 0 : startOf(rows, row - 1) + rows[row - 1].length;
    }

    private long[] row(final long[][][] from, final Operand vector) {
        return from[vector.region()][
                vector.kind() == OperandKind.ROW || vector.kind() == OperandKind.LIST
                        ? (int) registers[vector.register()]
                        : 0];
    }

    private void set(final Operand vector, final int k, final long value) {
        final long clamped = clamp(specs.get(vector.region()).type(), value);
        if (vector.kind() == OperandKind.COLUMN) {
            memory[vector.region()][k][(int) registers[vector.register()]] = clamped;
        } else if (isWholeList(vector)) {
            final long[][] rows = memory[vector.region()];
            rows[rowOf(rows, k)][k - startOf(rows, rowOf(rows, k))] = clamped;
        } else {
            row(memory, vector)[k] = clamped;
        }
    }

    private static long clamp(final RegionType type, final long value) {
        return Math.max(type.min(), Math.min(type.max(), value));
    }

    private static long saturate(final long value) {
        return Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    private static long[][][] copy(final long[][][] memory) {
        final long[][][] copy = new long[memory.length][][];
        for (int i = 0; i < memory.length; i++) {
            copy[i] = new long[memory[i].length][];
            for (int row = 0; row < copy[i].length; row++) {
                copy[i][row] = memory[i][row].clone();
            }
        }
        return copy;
    }
}
