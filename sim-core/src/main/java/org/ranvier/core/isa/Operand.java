package org.ranvier.core.isa;

/**
 * One operand of an instruction.
 *
 * @param kind how it is addressed
 * @param region region index, 0..63, for REGION, ROW, COLUMN and LIST
 * @param register register number, 0..31, for REGISTER, ROW, COLUMN and LIST; see {@link Registers}
 * @param value the value of an immediate (POOL: already looked up)
 */
public record Operand(OperandKind kind, int region, int register, int value) {
    /** The absent operand. */
    public static final Operand NONE = new Operand(OperandKind.NONE, 0, 0, 0);

    /** @return a whole region */
    public static Operand region(final int region) {
        return new Operand(OperandKind.REGION, region, 0, 0);
    }

    /** @return the row of a region that a register chooses */
    public static Operand row(final int region, final int register) {
        return new Operand(OperandKind.ROW, region, register, 0);
    }

    /** @return the column of a region that a register chooses */
    public static Operand column(final int region, final int register) {
        return new Operand(OperandKind.COLUMN, region, register, 0);
    }

    /** @return the row of a list that a register chooses */
    public static Operand list(final int region, final int register) {
        return new Operand(OperandKind.LIST, region, register, 0);
    }

    /** @return a register */
    public static Operand register(final int register) {
        return new Operand(OperandKind.REGISTER, 0, register, 0);
    }

    /** @return an immediate; whether it fits the word or goes to the pool is decided by its size */
    public static Operand immediate(final int value) {
        final boolean small = value >= InstructionWord.MIN_IMMEDIATE && value <= InstructionWord.MAX_IMMEDIATE;
        return new Operand(small ? OperandKind.IMMEDIATE : OperandKind.POOL, 0, 0, value);
    }

    /** @return true when the operand is a register or an immediate */
    public boolean isScalar() {
        return kind == OperandKind.REGISTER || kind == OperandKind.IMMEDIATE || kind == OperandKind.POOL;
    }

    /** @return true when the operand names a region, a row, a column or a row of a list */
    public boolean isVector() {
        return kind == OperandKind.REGION
                || kind == OperandKind.ROW
                || kind == OperandKind.COLUMN
                || kind == OperandKind.LIST;
    }
}
