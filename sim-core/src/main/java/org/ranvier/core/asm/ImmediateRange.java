package org.ranvier.core.asm;

import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.packet.Packet;

/**
 * The values an immediate may have in one operand place.
 *
 * @param what the value's role, for messages
 * @param min the smallest
 * @param max the largest
 */
record ImmediateRange(String what, int min, int max) {
    private static final ImmediateRange ANY = new ImmediateRange("immediate", Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final ImmediateRange SHIFT = new ImmediateRange("shift", 0, 31);
    private static final ImmediateRange PRODUCT_SHIFT = new ImmediateRange("shift", 0, 63);
    private static final ImmediateRange DRAW = new ImmediateRange("number of random bits", 1, 31);
    private static final ImmediateRange BIT = new ImmediateRange("bit", 0, 1);
    private static final ImmediateRange MODULUS = new ImmediateRange("modulus", 1, Integer.MAX_VALUE);
    private static final ImmediateRange KEY = new ImmediateRange("key", 0, Packet.MAX_KEY);

    /** @return the range of an operand place; everything where the table sets no limit */
    static ImmediateRange of(final Op op, final int place) {
        return switch (op) {
            case S_SHL, S_SHR, V_SHL, V_SHR, V_SHR_R, V_SRA, V_SRA_R, V_SRS, V_SRS_R, V_LEAK, V_LEAK_R ->
                place == 2 ? SHIFT : ANY;
            case S_MUL, V_MUL, V_MUL_R, V_MAC, V_MAC_R, A_FWDV, A_BWDV -> place == 3 ? PRODUCT_SHIFT : ANY;
            case X_RND -> place == 2 ? DRAW : ANY;
            case X_BERN -> place == 3 ? DRAW : ANY;
            case B_FILL -> place == 1 ? BIT : ANY;
            case S_INCM -> place == 1 ? MODULUS : ANY;
            case P_SEND -> place == 1 ? KEY : ANY;
            default -> ANY;
        };
    }

    /** @return false when every immediate is allowed */
    boolean isLimited() {
        return this != ANY;
    }

    /** Refuses an immediate outside the range; other operands pass. */
    void check(final Argument argument) {
        final Operand operand = argument.operand();
        final boolean immediate = operand.kind() == OperandKind.IMMEDIATE || operand.kind() == OperandKind.POOL;
        if (immediate && (operand.value() < min || operand.value() > max)) {
            throw argument.token()
                    .error(what + " " + operand.value() + " is not allowed, expected " + min + ".." + max);
        }
    }
}
