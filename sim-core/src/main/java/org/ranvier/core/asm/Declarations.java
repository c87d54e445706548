package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RegionType;

/** The directives that declare names: {@code .param}, {@code .reg}, {@code .mem} and {@code .array}. */
final class Declarations {
    private static final int MAX_ELEMENTS = 1 << 24;

    private final Symbols symbols;
    private final Expressions expressions;
    private final Map<String, Long> overrides;

    Declarations(final Symbols symbols, final Map<String, Long> overrides) {
        this.symbols = symbols;
        this.expressions = new Expressions(symbols.parameters());
        this.overrides = overrides;
    }

    /** {@code .param NAME=EXPR ...}: a value given from outside replaces the default. */
    void param(final Cursor cursor) {
        do {
            final Token name = cursor.newName("parameter name");
            cursor.expect("=");
            final long value = expressions.evaluate(cursor);
            symbols.parameter(name, overrides.getOrDefault(name.text(), value));
        } while (!cursor.atEnd());
    }

    /** {@code .reg name=rN ...} */
    void reg(final Cursor cursor) {
        do {
            final Token name = cursor.newName("register alias");
            cursor.expect("=");
            final Token target = cursor.name("register r0..r15");
            final int register = target.text().matches("r[0-9]+") ? symbols.register(target.text()) : -1;
            if (register < 0 || register >= Registers.WRITABLE) {
                throw target.expected("register r0..r15");
            }
            symbols.alias(name, register);
        } while (!cursor.atEnd());
    }

    /** {@code .mem name,name... type [R][C]} or {@code [C]} */
    void mem(final Cursor cursor) {
        final List<Token> names = new ArrayList<>();
        do {
            names.add(cursor.newName("region name"));
        } while (cursor.accept(","));
        declare(cursor, names, false);
    }

    /** {@code .array name type [R][C]} */
    void array(final Cursor cursor) {
        final Token name = cursor.newName("array name");
        if (symbols.regions().stream().anyMatch(RegionSpec::array)) {
            throw name.error("a core has one synapse array");
        }
        declare(cursor, List.of(name), true);
    }

    private void declare(final Cursor cursor, final List<Token> names, final boolean array) {
        final Token typeName = cursor.name("region type");
        final RegionType type = type(typeName);
        if (array && type == RegionType.BIT) {
            throw typeName.error("a synapse array holds values, not bits");
        }
        final Token bracket = cursor.peek();
        final int first = dimension(cursor);
        final boolean hasRows = array || cursor.peek().is("[");
        final int columns = hasRows ? dimension(cursor) : first;
        final int rows = hasRows ? first : 1;
        if ((long) rows * columns > MAX_ELEMENTS) {
            throw bracket.error(
                    rows + " x " + columns + " elements are too many, a region holds at most " + MAX_ELEMENTS);
        }
        for (final Token name : names) {
            symbols.region(name, new RegionSpec(name.text(), type, rows, columns, array), hasRows);
        }
    }

    private int dimension(final Cursor cursor) {
        cursor.expect("[");
        final int value = expressions.evaluate(cursor, "dimension", 1, MAX_ELEMENTS);
        cursor.expect("]");
        return value;
    }

    private static RegionType type(final Token name) {
        try {
            return RegionType.of(name.text());
        } catch (final ConfigurationException e) {
            throw name.error(e.getMessage());
        }
    }
}
