package org.ranvier.core.asm;

import org.ranvier.core.error.AssemblyException;

/**
 * A piece of a source line.
 *
 * @param kind what it is
 * @param text its characters
 * @param column where it begins, from 1
 * @param line the line it is on
 */
record Token(Kind kind, String text, int column, SourceLine line) {
    /** What a token is. */
    enum Kind {
        /** A letter or underscore, then letters, digits, underscores and dots. */
        NAME,
        /** A decimal or hexadecimal integer. */
        NUMBER,
        /** A dot and a name. */
        DIRECTIVE,
        /** An operator or a bracket. */
        SYMBOL,
        /** The end of the line. */
        END
    }

    boolean is(final String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** @return how a message shows the token */
    String shown() {
        return kind == Kind.END ? "the end of the line" : "'" + text + "'";
    }

    AssemblyException error(final String problem) {
        return line.error(column, problem);
    }

    AssemblyException expected(final String what) {
        return error("expected " + what + ", found " + shown());
    }
}
