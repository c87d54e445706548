package org.ranvier.core.asm;

import java.util.List;

/** A place between the tokens of one line. */
final class Cursor {
    private final List<Token> tokens;
    private int at;

    Cursor(final SourceLine line) {
        tokens = Lexer.tokens(line);
    }

    /** @return the token ahead */
    Token peek() {
        return tokens.get(at);
    }

    /** @return the token after the one ahead, or the end */
    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    /** Steps over a token; the end of the line stays ahead. */
    Token next() {
        final Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    /** Steps over a symbol if it is ahead. */
    boolean accept(final String symbol) {
        if (peek().is(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    /** Steps over a symbol that must be ahead. */
    Token expect(final String symbol) {
        if (!peek().is(symbol)) {
            throw peek().expected("'" + symbol + "'");
        }
        return next();
    }

    /** Steps over a name that must be ahead. */
    Token name(final String what) {
        if (peek().kind() != Token.Kind.NAME) {
            throw peek().expected(what);
        }
        return next();
    }

    /** Steps over a name that is about to be declared: no dots in it. */
    Token newName(final String what) {
        final Token name = name(what);
        if (name.text().indexOf('.') >= 0) {
            throw name.error("a name is made of letters, digits and underscores");
        }
        return name;
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    /** Refuses whatever is left on the line. */
    void end() {
        if (!atEnd()) {
            throw peek().expected("the end of the line");
        }
    }
}
