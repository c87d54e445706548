package org.ranvier.core.asm;

import java.util.List;
import java.util.Map;
import org.ranvier.core.error.Nearest;

/**
 * Evaluates integer expressions in 64 bit; an overflow is an error.
 *
 * <p>From the weakest: {@code ||}, {@code &&}, {@code == !=}, {@code < > <= >=}, {@code << >>}, {@code + -},
 * {@code * / %}, unary minus. Comparisons and logic give 0 or 1.
 */
final class Expressions {
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<", ">", "<=", ">="),
            List.of("<<", ">>"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final Map<String, Long> parameters;

    Expressions(final Map<String, Long> parameters) {
        this.parameters = parameters;
    }

    /** Evaluates the longest expression ahead. */
    long evaluate(final Cursor cursor) {
        return level(cursor, 0);
    }

    /** Evaluates the longest expression ahead, which must lie in a range. */
    int evaluate(final Cursor cursor, final String what, final long min, final long max) {
        final Token first = cursor.peek();
        final long value = evaluate(cursor);
        if (value < min || value > max) {
            throw first.error(what + " " + value + " is not allowed, expected " + min + ".." + max);
        }
        return (int) value;
    }

    private long level(final Cursor cursor, final int level) {
        if (level == LEVELS.size()) {
            return unary(cursor);
        }
        long value = level(cursor, level + 1);
        while (cursor.peek().kind() == Token.Kind.SYMBOL
                && LEVELS.get(level).contains(cursor.peek().text())) {
            final Token operator = cursor.next();
            value = apply(operator, value, level(cursor, level + 1));
        }
        return value;
    }

    private long unary(final Cursor cursor) {
        final Token token = cursor.peek();
        if (cursor.accept("-")) {
            return apply(token, 0, unary(cursor));
        }
        if (cursor.accept("(")) {
            final long value = evaluate(cursor);
            cursor.expect(")");
            return value;
        }
        return switch (token.kind()) {
            case NUMBER -> number(cursor.next());
            case NAME -> parameter(cursor.next());
            default -> throw token.expected("a number, a parameter, '-' or '('");
        };
    }

    private long parameter(final Token token) {
        final Long value = parameters.get(token.text());
        if (value == null) {
            throw token.error(
                    "unknown parameter '" + token.text() + "'" + Nearest.hint(token.text(), parameters.keySet()));
        }
        return value;
    }

    private static long number(final Token token) {
        final boolean hexadecimal = token.text().startsWith("0x");
        try {
            return hexadecimal ? Long.parseLong(token.text().substring(2), 16) : Long.parseLong(token.text());
        } catch (final NumberFormatException e) {
            throw token.error("'" + token.text() + "' is not a decimal or 0x number of 63 bits");
        }
    }

    private static long apply(final Token operator, final long a, final long b) {
        try {
            return switch (operator.text()) {
                case "||" -> truth(a != 0 || b != 0);
                case "&&" -> truth(a != 0 && b != 0);
                case "==" -> truth(a == b);
                case "!=" -> truth(a != b);
                case "<" -> truth(a < b);
                case ">" -> truth(a > b);
                case "<=" -> truth(a <= b);
                case ">=" -> truth(a >= b);
                case "<<" -> Math.multiplyExact(a, 1L << shift(operator, b, 62));
                case ">>" -> a >> shift(operator, b, 63);
                case "+" -> Math.addExact(a, b);
                case "-" -> Math.subtractExact(a, b);
                case "*" -> Math.multiplyExact(a, b);
                case "/" -> a / divisor(operator, b);
                default -> a % divisor(operator, b);
            };
        } catch (final ArithmeticException e) {
            throw operator.error("the result of '" + operator.text() + "' does not fit 64 bits");
        }
    }

    private static long truth(final boolean value) {
        return value ? 1 : 0;
    }

    private static long shift(final Token operator, final long by, final int max) {
        if (by < 0 || by > max) {
            throw operator.error("shift by " + by + " is not allowed, expected 0.." + max);
        }
        return by;
    }

    private static long divisor(final Token operator, final long divisor) {
        if (divisor == 0) {
            throw operator.error("division by zero");
        }
        return divisor;
    }
}
