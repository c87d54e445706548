package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranvier.core.error.Nearest;
import org.ranvier.core.isa.Op;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.Signature;

/** Reads one instruction and checks it against the instruction table. */
final class InstructionParser {
    private static final List<String> MNEMONICS =
            Arrays.stream(Op.values()).map(Op::mnemonic).toList();

    private final OperandParser operands;
    private final SignatureRules signatures;
    private final ShapeRules shapes;
    private final AccessRules access;

    InstructionParser(final Symbols symbols, final OperandParser operands) {
        this.operands = operands;
        this.signatures = new SignatureRules(symbols);
        this.shapes = new ShapeRules(symbols);
        this.access = new AccessRules(symbols);
    }

    /** Reads the instruction that fills the rest of the line. */
    Draft parse(final Cursor cursor) {
        final Token mnemonic = cursor.name("an instruction");
        final Op op = Op.of(mnemonic.text());
        if (op == null) {
            throw mnemonic.error(
                    "unknown instruction '" + mnemonic.text() + "'" + Nearest.hint(mnemonic.text(), MNEMONICS));
        }
        final List<Argument> arguments = arguments(cursor, op);
        final Token question = cursor.peek();
        Argument predicate = new Argument(question, Operand.NONE);
        boolean negated = false;
        if (cursor.accept("?")) {
            if (!op.predicable()) {
                throw question.error("'" + op.mnemonic() + "' takes no predicate");
            }
            negated = cursor.accept("!");
            predicate = operands.parse(cursor, Signature.BITS_IN);
            signatures.check(predicate, Signature.BITS_IN);
        }
        if (!cursor.atEnd()) {
            throw cursor.peek()
                    .error("'" + op.mnemonic() + "' takes " + usage(op) + ", found "
                            + cursor.peek().shown());
        }
        final Draft draft = new Draft(op, mnemonic, arguments, predicate, negated);
        shapes.check(draft);
        access.check(draft);
        return draft;
    }

    private List<Argument> arguments(final Cursor cursor, final Op op) {
        final List<Argument> arguments = new ArrayList<>();
        for (int place = 0; place < op.operands().size(); place++) {
            final Signature signature = op.operands().get(place);
            if (place > 0 && !cursor.accept(",") || cursor.atEnd()) {
                throw cursor.peek()
                        .error("'" + op.mnemonic() + "' takes " + usage(op) + ", found "
                                + cursor.peek().shown());
            }
            final Argument argument = operands.parse(cursor, signature);
            signatures.check(argument, signature);
            ImmediateRange.of(op, place).check(argument);
            arguments.add(argument);
        }
        return List.copyOf(arguments);
    }

    private static String usage(final Op op) {
        final int count = op.operands().size();
        final String predicate = op.predicable() ? " and perhaps a predicate" : "";
        return (count == 0 ? "no operands" : count + (count == 1 ? " operand" : " operands")) + predicate;
    }
}
