package org.ranvier.core.isa;

/** What an operand place accepts; the letter is the one used in the instruction table. */
public enum Signature {
    /** A vector of values that is written: region, row, column or list row. */
    VECTOR_OUT('V', "region, row, column or list row of values"),
    /** A vector of values, or a scalar that is broadcast. */
    VECTOR_IN('v', "region, row, column or list row of values, register or immediate"),
    /** A region or row of bits that is written. */
    BITS_OUT('B', "region or row of bits"),
    /** A region or row of bits that is read. */
    BITS_IN('b', "region or row of bits"),
    /** A register or an immediate. */
    SCALAR('s', "register or immediate"),
    /** A writable register. */
    REGISTER_OUT('r', "register r0..r15"),
    /** An immediate. */
    CONSTANT('k', "immediate"),
    /** A code address. */
    LABEL('L', "label"),
    /** The core's synapse array. */
    ARRAY('A', "synapse array"),
    /** A table: a region with one row, a row, a column, or all rows of a list one behind the other; never a scalar. */
    TABLE('T', "region with one row, row, column or list of values"),
    /** Random states, one s32 a lane. */
    STATES('S', "s32 region or row of random states"),
    /** A packet kind, by name. */
    KIND('K', "packet kind");

    private final char letter;
    private final String accepts;

    Signature(final char letter, final String accepts) {
        this.letter = letter;
        this.accepts = accepts;
    }

    /** @return the letter in the table */
    public char letter() {
        return letter;
    }

    /** @return what the place accepts, for messages and the reference page */
    public String accepts() {
        return accepts;
    }

    static Signature of(final char letter) {
        for (final Signature signature : values()) {
            if (signature.letter == letter) {
                return signature;
            }
        }
        throw new IllegalArgumentException("no operand place '" + letter + "'");
    }
}
