package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.memory.ListShape;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RegionType;
import org.ranvier.core.memory.RowPointers;

/** The directives that declare names: {@code .param}, {@code .reg}, {@code .mem}, {@code .array} and {@code .list}. */
final class Declarations {
    private static final int MAX_ELEMENTS = 1 << 24;

    private final Symbols symbols;
    private final Expressions expressions;
    private final Map<String, Long> overrides;
    private final Map<String, List<Integer>> rowLengths = new HashMap<>();

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
        declare(cursor, names(cursor), false);
    }

    /** {@code .list name,name... type [R]}, with {@code like other} for lists that share another one's rows */
    void list(final Cursor cursor) {
        final List<Token> names = names(cursor);
        final Token typeName = cursor.name("region type");
        final RegionType type = type(typeName);
        if (type == RegionType.BIT) {
            throw typeName.error("a list holds values, not bits");
        }
        final Token bracket = cursor.peek();
        final int rows = dimension(cursor);
        final RegionSpec other = cursor.atEnd() ? null : like(cursor);
        if (other != null && other.rows() != rows) {
            throw bracket.error("list '" + other.name() + "' has " + other.rows() + " rows, a list like it too");
        }
        for (final Token name : names) {
            final ListShape shape = other == null
                    ? new ListShape(RowPointers.empty(rows), null)
                    : new ListShape(other.list().pointers(), other.shapeName());
            symbols.region(name, RegionSpec.list(name.text(), type, shape), false);
        }
    }

    private RegionSpec like(final Cursor cursor) {
        final Token word = cursor.name("'like' or the end of the line");
        if (!word.text().equals("like")) {
            throw word.expected("'like' or the end of the line");
        }
        final Token name = cursor.name("list");
        return requireList(name);
    }

    private RegionSpec requireList(final Token name) {
        final RegionSpec spec = symbols.region(symbols.requireRegion(name));
        if (!spec.isList()) {
            throw name.error("'" + name.text() + "' is no list");
        }
        return spec;
    }

    /** {@code .rows list n,n,...}: lengths of its next rows */
    void rows(final Cursor cursor) {
        final Token name = cursor.name("list");
        final RegionSpec spec = requireList(name);
        if (spec.list().like() != null) {
            throw name.error("list '" + name.text() + "' has the rows of '" + spec.shapeName() + "'");
        }
        final List<Integer> lengths = rowLengths.computeIfAbsent(name.text(), unused -> new ArrayList<>());
        long elements = spec.elements();
        do {
            lengths.add(expressions.evaluate(cursor, "length of a row", 0, MAX_ELEMENTS));
            elements += lengths.get(lengths.size() - 1);
        } while (cursor.accept(","));
        if (lengths.size() > spec.rows() || elements > MAX_ELEMENTS) {
            throw name.error("list '" + name.text() + "' has " + spec.rows() + " rows and at most " + MAX_ELEMENTS
                    + " elements, found " + lengths.size() + " rows and " + elements + " elements");
        }
        final int[] all = new int[spec.rows()];
        for (int row = 0; row < lengths.size(); row++) {
            all[row] = lengths.get(row);
        }
        symbols.rows(name.text(), RowPointers.ofLengths(all));
    }

    private static List<Token> names(final Cursor cursor) {
        final List<Token> names = new ArrayList<>();
        do {
            names.add(cursor.newName("region name"));
        } while (cursor.accept(","));
        return names;
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
