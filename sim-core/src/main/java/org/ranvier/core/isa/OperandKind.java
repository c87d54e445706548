package org.ranvier.core.isa;

/** How an operand field of an instruction word is to be read; the ordinal is its encoding. */
public enum OperandKind {
    /** No operand. */
    NONE,
    /** A whole region, {@code v}. */
    REGION,
    /** A row of a region chosen by a register, {@code M[r]}. */
    ROW,
    /** A column of a region chosen by a register, {@code M[:,r]}. */
    COLUMN,
    /** A register, {@code r3}, or one of the read-only {@code key}, {@code pay}, {@code ep}. */
    REGISTER,
    /** A small immediate, -1024..1023. */
    IMMEDIATE,
    /** An immediate in the program's constant pool. */
    POOL,
    /** A row of a list chosen by a register, {@code Q{r}}. */
    LIST
}
