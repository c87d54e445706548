package org.ranvier.core.asm;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.Operand;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Signature;

/** Reads one operand: immediate, register, region, row, column, list row, label or packet kind. */
final class OperandParser {
    private final Symbols symbols;
    private final Expressions expressions;
    private final PacketKinds kinds;

    OperandParser(final Symbols symbols, final PacketKinds kinds) {
        this.symbols = symbols;
        this.expressions = new Expressions(symbols.parameters());
        this.kinds = kinds;
    }

    /** Reads the operand ahead as what a place accepts; whether it fits the place is checked by {@link SignatureRules}. */
    Argument parse(final Cursor cursor, final Signature place) {
        final Token first = cursor.peek();
        if (place == Signature.LABEL) {
            return new Argument(cursor.name("label"), Operand.NONE);
        }
        if (place == Signature.KIND) {
            return new Argument(first, Operand.immediate(kind(cursor.name("packet kind"))));
        }
        if (cursor.accept("#")) {
            final int value = expressions.evaluate(cursor, "immediate", Integer.MIN_VALUE, Integer.MAX_VALUE);
            return new Argument(first, Operand.immediate(value));
        }
        final Token name = cursor.name(place.accepts());
        final int register = symbols.register(name.text());
        return new Argument(name, register >= 0 ? Operand.register(register) : region(cursor, name));
    }

    /** @return the number of the packet kind that a token names */
    int kind(final Token name) {
        if (!isKindName(name.text())) {
            throw name.error("'" + name.text() + "' is not a packet kind: upper-case letters, digits and underscores"
                    + ", and not the name of an event");
        }
        try {
            return kinds.number(name.text());
        } catch (final ConfigurationException e) {
            throw name.error(e.getMessage());
        }
    }

    /** @return the event that a token names, or null */
    static CoreEvent event(final String name) {
        for (final CoreEvent event : CoreEvent.values()) {
            if (event.name().equals(name)) {
                return event;
            }
        }
        return null;
    }

    private static boolean isKindName(final String name) {
        return name.matches("[A-Z][A-Z0-9_]*") && !name.matches("PHASE[0-9]+") && event(name) == null;
    }

    private Operand region(final Cursor cursor, final Token name) {
        final int region = symbols.region(name.text());
        if (region < 0) {
            throw name.error("unknown region or register '" + name.text() + "'" + symbols.hintOperand(name.text()));
        }
        if (symbols.region(region).isList()) {
            return list(cursor, name, region);
        }
        if (cursor.peek().is("{")) {
            throw name.error("'" + name.text() + "' is no list, {register} chooses a row of a list");
        }
        if (!cursor.peek().is("[")) {
            return Operand.region(region);
        }
        if (!symbols.hasRows(region)) {
            throw name.error("region '" + name.text() + "' has no rows, it was declared with one dimension");
        }
        cursor.expect("[");
        final boolean column = cursor.accept(":");
        if (column) {
            cursor.expect(",");
        }
        final int register = index(cursor.name("register"));
        cursor.expect("]");
        return column ? Operand.column(region, register) : Operand.row(region, register);
    }

    private Operand list(final Cursor cursor, final Token name, final int region) {
        if (cursor.peek().is("[")) {
            throw name.error("'" + name.text() + "' is a list, a row of it is " + name.text() + "{register}");
        }
        if (!cursor.accept("{")) {
            return Operand.region(region);
        }
        final int register = index(cursor.name("register"));
        cursor.expect("}");
        return Operand.list(region, register);
    }

    private int index(final Token name) {
        final int register = symbols.register(name.text());
        if (register < 0) {
            throw name.error("unknown register '" + name.text() + "', a register chooses the row or column");
        }
        return register;
    }
}
