package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.isa.Signature;
import org.ranvier.core.memory.RegionType;

/** Checks what the units can reach: columns, the widths of array results, tables and states that are named twice. */
final class AccessRules {
    private final Symbols symbols;

    AccessRules(final Symbols symbols) {
        this.symbols = symbols;
    }

    /** Refuses operands that the instruction's unit cannot reach. */
    void check(final Draft draft) {
        switch (draft.op()) {
            case S_LD -> checkNoColumn(draft.arguments().get(1));
            case S_ST, S_INC -> checkNoColumn(draft.arguments().get(0));
            case A_FWD, A_BWD, A_ACC, A_FWDV, A_BWDV ->
                checkArrayResult(draft.arguments().get(0));
            case A_UPD -> {
                checkDifferent(draft.arguments().get(0), draft.arguments().get(1));
                checkDifferent(draft.arguments().get(0), draft.arguments().get(2));
            }
            default -> checkAlone(draft);
        }
    }

    private static void checkNoColumn(final Argument argument) {
        if (argument.operand().kind() == OperandKind.COLUMN) {
            throw argument.token().error("expected a region or row, a column is out of reach here");
        }
    }

    private void checkArrayResult(final Argument result) {
        checkNoColumn(result);
        final RegionType type = symbols.region(result.operand().region()).type();
        if (type != RegionType.S32) {
            throw result.token()
                    .error("'" + result.token().text() + "' is " + type.label() + ", the synapse array delivers s32");
        }
    }

    /** A table or a region of states is read and written out of step with the other operands, so it may not be one of them. */
    private static void checkAlone(final Draft draft) {
        final List<Argument> arguments = draft.arguments();
        for (int place = 0; place < arguments.size(); place++) {
            final Signature signature = draft.op().operands().get(place);
            if (signature == Signature.TABLE || signature == Signature.STATES) {
                final List<Argument> others = new ArrayList<>(arguments);
                final Argument table = others.remove(place);
                others.forEach(other -> checkDifferent(table, other));
            }
        }
    }

    private static void checkDifferent(final Argument table, final Argument other) {
        final Operand operand = other.operand();
        if (operand.isVector() && operand.region() == table.operand().region()) {
            throw table.token()
                    .error("'" + table.token().text() + "' cannot be another operand of the instruction too");
        }
    }
}
