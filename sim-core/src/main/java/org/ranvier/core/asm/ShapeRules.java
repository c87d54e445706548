package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.isa.OperandKind;
import org.ranvier.core.memory.RegionSpec;

/** Checks that the lengths of an instruction's vectors agree and that constant indices lie inside their vectors. */
final class ShapeRules {
    private final Symbols symbols;
    private final ListRules lists;

    ShapeRules(final Symbols symbols) {
        this.symbols = symbols;
        this.lists = new ListRules(symbols);
    }

    /** Refuses an instruction whose operands do not fit together. */
    void check(final Draft draft) {
        if (ListRules.handles(draft)) {
            lists.check(draft);
            return;
        }
        final List<Argument> a = draft.arguments();
        switch (draft.op()) {
            case B_FILL -> {}
            case V_MOV -> checkMove(draft);
            case S_LD, B_TST -> checkIndex(a.get(2), vector(a.get(1)));
            case S_ST, S_INC, B_SET, B_CLR -> checkIndex(a.get(1), vector(a.get(0)));
            case V_GAT -> agree(List.of(needVector(a.get(0)), needVector(a.get(2))));
            case V_SCA, V_SCADD, V_SCMAC -> agree(vectors(List.of(needVector(a.get(1)), a.get(2))));
            case R_SUM, R_MAX, R_TOP2 -> vector(a.get(a.size() - 1));
            case A_FWD -> {
                checkColumns(a.get(0), a.get(1));
                checkRows(a.get(2), a.get(1));
            }
            case A_BWD -> {
                checkAtMostRows(a.get(0), a.get(1));
                checkColumns(a.get(2), a.get(1));
                checkColumns(a.get(3), a.get(1));
            }
            case A_FWDV -> {
                checkColumns(a.get(0), a.get(1));
                checkRows(a.get(2), a.get(1));
            }
            case A_BWDV -> {
                checkAtMostRows(a.get(0), a.get(1));
                checkColumns(a.get(2), a.get(1));
            }
            case A_UPD -> {
                checkRows(a.get(1), a.get(0));
                checkColumns(a.get(2), a.get(0));
            }
            case A_PULSE -> {
                checkRows(a.get(1), a.get(0));
                checkColumns(a.get(2), a.get(0));
                checkColumns(a.get(3), a.get(0));
            }
            case A_ACC -> {
                checkColumns(a.get(0), a.get(1));
                checkIndex(a.get(2), array(a.get(1)).rows());
            }
            default -> agree(vectors(withPredicate(draft)));
        }
    }

    /** {@code v.mov} of a scalar without a predicate may fill a region of several rows. */
    private void checkMove(final Draft draft) {
        final List<Argument> a = draft.arguments();
        final boolean fill = a.get(0).operand().kind() == OperandKind.REGION
                && a.get(1).operand().isScalar()
                && !draft.isPredicated();
        if (!fill) {
            agree(vectors(withPredicate(draft)));
        }
    }

    private static List<Argument> withPredicate(final Draft draft) {
        final List<Argument> all = new ArrayList<>(draft.arguments());
        all.add(draft.predicate());
        return all;
    }

    private static List<Argument> vectors(final List<Argument> arguments) {
        return arguments.stream().filter(a -> a.operand().isVector()).toList();
    }

    private void agree(final List<Argument> vectors) {
        for (final Argument vector : vectors) {
            final Argument first = vectors.get(0);
            if (vector(vector) != vector(first)) {
                throw vector.token()
                        .error("'" + vector.token().text() + "' has " + vector(vector) + " elements here, but '"
                                + first.token().text() + "' has " + vector(first));
            }
        }
    }

    private Argument needVector(final Argument argument) {
        vector(argument);
        return argument;
    }

    /** @return the length of an operand that must be a vector */
    private int vector(final Argument argument) {
        if (!argument.operand().isVector()) {
            throw argument.token().error("expected a region, row, column or list row, a scalar has no elements");
        }
        final int length = symbols.length(argument.operand());
        if (length < 0) {
            final RegionSpec spec = symbols.region(argument.operand().region());
            throw argument.token()
                    .error((spec.isList() ? "list '" : "region '") + spec.name() + "' has " + spec.rows()
                            + " rows: choose one with " + (spec.isList() ? "{register}" : "[register]")
                            + "; only b.fill and v.mov of a scalar without a predicate take a whole region");
        }
        return length;
    }

    private RegionSpec array(final Argument argument) {
        return symbols.region(argument.operand().region());
    }

    private void checkRows(final Argument vector, final Argument array) {
        if (vector(vector) != array(array).rows()) {
            throw mismatch(vector, "the synapse array has " + array(array).rows() + " rows");
        }
    }

    private void checkAtMostRows(final Argument vector, final Argument array) {
        if (vector(vector) > array(array).rows()) {
            throw mismatch(vector, "the synapse array has only " + array(array).rows() + " rows");
        }
    }

    private void checkColumns(final Argument vector, final Argument array) {
        if (vector(vector) != array(array).columns()) {
            throw mismatch(vector, "the synapse array has " + array(array).columns() + " columns");
        }
    }

    private RuntimeException mismatch(final Argument vector, final String array) {
        return vector.token()
                .error("'" + vector.token().text() + "' has " + vector(vector) + " elements, but " + array);
    }

    private static void checkIndex(final Argument index, final int length) {
        final OperandKind kind = index.operand().kind();
        final int value = index.operand().value();
        if (kind != OperandKind.REGISTER && (value < 0 || value >= length)) {
            throw index.token().error("index " + value + " is not allowed, expected 0.." + (length - 1));
        }
    }
}
