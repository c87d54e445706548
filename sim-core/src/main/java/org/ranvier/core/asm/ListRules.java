package org.ranvier.core.asm;

import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.isa.Signature;
import org.ranvier.core.isa.Unit;

/**
 * Checks instructions on rows of lists. How long they are is known when they run: all list rows of an instruction have one shape
 * and one register, so that they agree and their pointer is fetched once; a plain region beside them is used from element 0.
 */
final class ListRules {
    private final Symbols symbols;

    ListRules(final Symbols symbols) {
        this.symbols = symbols;
    }

    /** @return true when an operand is a row of a list */
    static boolean handles(final Draft draft) {
        return draft.arguments().stream().anyMatch(a -> a.operand().kind() == OperandKind.LIST);
    }

    /** Refuses an instruction on list rows whose operands do not fit together. */
    void check(final Draft draft) {
        checkUnit(draft);
        Argument first = null;
        for (int place = 0; place < draft.arguments().size(); place++) {
            final Argument argument = draft.arguments().get(place);
            if (argument.operand().kind() == OperandKind.LIST) {
                first = first == null ? argument : first;
                checkSame(first, argument);
            } else if (argument.operand().isVector() && draft.op().operands().get(place) != Signature.TABLE) {
                checkBeside(argument);
            } else if (needsVector(draft, place)) {
                throw argument.token().error("expected a region, row, column or list row, a scalar has no elements");
            }
        }
        if (draft.isPredicated()) {
            throw draft.predicate().token().error("an instruction on rows of lists takes no predicate");
        }
    }

    private static boolean needsVector(final Draft draft, final int place) {
        return switch (draft.op()) {
            case V_GAT -> place == 2;
            case V_SCA, V_SCADD, V_SCMAC -> place == 1;
            default -> false;
        };
    }

    private static void checkUnit(final Draft draft) {
        final Unit unit = draft.op().unit();
        final boolean bits = draft.op().operands().contains(Signature.BITS_OUT);
        final boolean reachable = unit == Unit.LANES
                || unit == Unit.MULTIPLIER
                || unit == Unit.GATHER
                || unit == Unit.REDUCTION
                || unit == Unit.RANDOM;
        if (bits || !reachable) {
            throw draft.mnemonic().error("'" + draft.op().mnemonic() + "' does not work on rows of lists");
        }
    }

    private void checkSame(final Argument first, final Argument other) {
        final Operand a = first.operand();
        final Operand b = other.operand();
        final String shape = symbols.region(a.region()).shapeName();
        if (!symbols.region(b.region()).shapeName().equals(shape) || a.register() != b.register()) {
            throw other.token()
                    .error("rows of lists in one instruction have one shape and one register, '"
                            + other.token().text() + "' and '" + first.token().text() + "' differ");
        }
    }

    private void checkBeside(final Argument argument) {
        if (argument.operand().kind() == OperandKind.COLUMN || symbols.length(argument.operand()) < 0) {
            throw argument.token().error("beside a row of a list, expected a region of one row or a row");
        }
    }
}
