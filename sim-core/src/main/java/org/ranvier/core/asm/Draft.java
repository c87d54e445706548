package org.ranvier.core.asm;

import java.util.List;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.OperandKind;

/**
 * An instruction that has been parsed and whose labels are still names.
 *
 * @param op the instruction
 * @param mnemonic where it was written
 * @param arguments one per operand place
 * @param predicate its operand is NONE when there is none
 * @param negated true for {@code ?!}
 */
record Draft(Op op, Token mnemonic, List<Argument> arguments, Argument predicate, boolean negated) {
    boolean isPredicated() {
        return predicate.operand().kind() != OperandKind.NONE;
    }
}
