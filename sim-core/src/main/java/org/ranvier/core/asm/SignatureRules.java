package org.ranvier.core.asm;

import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.isa.Signature;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RegionType;

/** Checks an operand against the place it stands in. */
final class SignatureRules {
    private final Symbols symbols;

    SignatureRules(final Symbols symbols) {
        this.symbols = symbols;
    }

    /** Refuses an operand that its place does not accept. */
    void check(final Argument argument, final Signature place) {
        final Operand operand = argument.operand();
        if (place == Signature.REGISTER_OUT
                && operand.kind() == OperandKind.REGISTER
                && operand.register() >= Registers.WRITABLE) {
            throw argument.token().error("register '" + argument.token().text() + "' is read-only");
        }
        if (!accepts(place, operand)) {
            throw argument.token().error("expected " + place.accepts() + ", found " + describe(operand));
        }
    }

    private boolean accepts(final Signature place, final Operand operand) {
        return switch (place) {
            case VECTOR_OUT -> isValues(operand);
            case VECTOR_IN -> operand.isScalar() || isValues(operand);
            case BITS_OUT, BITS_IN -> isBits(operand);
            case SCALAR -> operand.isScalar();
            case REGISTER_OUT -> operand.kind() == OperandKind.REGISTER;
            case CONSTANT -> operand.kind() == OperandKind.IMMEDIATE || operand.kind() == OperandKind.POOL;
            case ARRAY -> operand.kind() == OperandKind.REGION && spec(operand).array();
            case TABLE -> isTable(operand);
            case STATES -> isStates(operand);
            case LABEL, KIND -> true;
        };
    }

    private boolean isValues(final Operand operand) {
        return operand.isVector() && spec(operand).type() != RegionType.BIT;
    }

    private boolean isBits(final Operand operand) {
        return operand.isVector()
                && operand.kind() != OperandKind.COLUMN
                && spec(operand).type() == RegionType.BIT;
    }

    private boolean isTable(final Operand operand) {
        return isValues(operand)
                && (operand.kind() != OperandKind.REGION
                        || spec(operand).rows() == 1
                        || spec(operand).isList());
    }

    private boolean isStates(final Operand operand) {
        final boolean row = operand.kind() == OperandKind.ROW;
        return (row || operand.kind() == OperandKind.REGION && spec(operand).rows() == 1) && isLanes(spec(operand));
    }

    /** @return true when a region can hold the states of random lanes */
    static boolean isLanes(final RegionSpec spec) {
        return spec.type() == RegionType.S32 && !spec.array() && !spec.isList();
    }

    private RegionSpec spec(final Operand operand) {
        return symbols.region(operand.region());
    }

    private String describe(final Operand operand) {
        return switch (operand.kind()) {
            case NONE -> "nothing";
            case REGISTER -> "a register";
            case IMMEDIATE, POOL -> "an immediate";
            case ROW, LIST -> "a row of " + describe(spec(operand));
            case COLUMN -> "a column of " + describe(spec(operand));
            case REGION -> describe(spec(operand));
        };
    }

    /** @return how messages call a region */
    static String describe(final RegionSpec spec) {
        if (spec.isList()) {
            return spec.type().label() + " list '" + spec.name() + "' of " + spec.rows() + " rows, " + spec.elements()
                    + " elements";
        }
        return (spec.array() ? "synapse array '" : spec.type().label() + " region '") + spec.name() + "' of "
                + spec.rows() + " x " + spec.columns();
    }
}
