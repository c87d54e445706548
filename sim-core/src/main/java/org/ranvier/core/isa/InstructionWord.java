package org.ranvier.core.isa;

/**
 * Layout of an instruction word of 64 bits.
 *
 * <pre>
 *   63  62         56 55          42 41          28 27          14 13           0
 *  +---+-------------+--------------+--------------+--------------+--------------+
 *  | n |   opcode    |  operand 0   |  operand 1   |  operand 2   |  operand 3   |
 *  +---+-------------+--------------+--------------+--------------+--------------+
 *
 *   13    11 10                0          13    11 10        5 4         0
 *  +--------+-------------------+        +--------+-----------+-----------+
 *  |  kind  | immediate or pool |   or   |  kind  |  region   | register  |
 *  +--------+-------------------+        +--------+-----------+-----------+
 * </pre>
 *
 * <p>Bit n negates the predicate. The predicate of a predicable instruction sits in operand 3.
 */
public final class InstructionWord {
    /** The smallest immediate that fits an operand field. */
    public static final int MIN_IMMEDIATE = -1024;

    /** The largest immediate that fits an operand field. */
    public static final int MAX_IMMEDIATE = 1023;

    /** Regions a program can name. */
    public static final int MAX_REGIONS = 64;

    /** Entries of a program's constant pool. */
    public static final int MAX_POOL = 2048;

    /** Operands of an instruction, the predicate included. */
    public static final int OPERANDS = 4;

    private static final int OPERAND_BITS = 14;
    private static final int OPCODE_SHIFT = 56;
    private static final int NEGATE_SHIFT = 63;

    private InstructionWord() {}

    /** Packs opcode and operand fields. */
    static long pack(final int opcode, final boolean negated, final int[] fields) {
        long word = (long) opcode << OPCODE_SHIFT | (negated ? 1L : 0L) << NEGATE_SHIFT;
        for (int i = 0; i < OPERANDS; i++) {
            word |= (long) fields[i] << (OPERANDS - 1 - i) * OPERAND_BITS;
        }
        return word;
    }

    /** @return the opcode, 0..127 */
    static int opcode(final long word) {
        return (int) (word >>> OPCODE_SHIFT) & 0x7F;
    }

    /** @return true when the predicate selects the clear bits */
    static boolean negated(final long word) {
        return word < 0;
    }

    /** @return the 14 bits of operand i */
    static int field(final long word, final int i) {
        return (int) (word >>> (OPERANDS - 1 - i) * OPERAND_BITS) & 0x3FFF;
    }

    /** Packs one operand; a pool operand needs the index of its value. */
    static int pack(final Operand operand, final int poolIndex) {
        final int low = switch (operand.kind()) {
            case IMMEDIATE -> operand.value() & 0x7FF;
            case POOL -> poolIndex;
            default -> operand.region() << 5 | operand.register();
        };
        return operand.kind().ordinal() << 11 | low;
    }

    /** Unpacks one operand, looking up the constant pool. */
    static Operand unpack(final int field, final int[] pool) {
        final int low = field & 0x7FF;
        final OperandKind kind = OperandKind.values()[field >> 11];
        return switch (kind) {
            case NONE -> Operand.NONE;
            case IMMEDIATE -> new Operand(kind, 0, 0, low << 21 >> 21);
            case POOL -> new Operand(kind, 0, 0, pool[low]);
            case REGISTER -> new Operand(kind, 0, low & 31, 0);
            case REGION, ROW, COLUMN, LIST -> new Operand(kind, low >> 5, low & 31, 0);
        };
    }
}
