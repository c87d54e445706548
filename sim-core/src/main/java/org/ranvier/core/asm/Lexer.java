package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.List;

/** Cuts a source line into tokens; a comment runs from {@code ;} to the end of the line. */
final class Lexer {
    private static final List<String> PAIRS = List.of("<<", ">>", "==", "!=", "<=", ">=", "&&", "||");
    private static final String SINGLES = ",:#[]{}()?!=+-*/%<>";

    private final SourceLine line;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(final SourceLine line) {
        this.line = line;
        this.text = line.text();
    }

    /**
     * Cuts a line.
     *
     * @return its tokens, the last of them an {@link Token.Kind#END}
     */
    static List<Token> tokens(final SourceLine line) {
        return new Lexer(line).run();
    }

    private List<Token> run() {
        while (at < text.length() && text.charAt(at) != ';') {
            final char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
            } else if (isNameStart(c)) {
                add(Token.Kind.NAME, endOfName(at + 1));
            } else if (c == '.' && at + 1 < text.length() && isNameStart(text.charAt(at + 1))) {
                add(Token.Kind.DIRECTIVE, endOfName(at + 2));
            } else if (isDigit(c)) {
                add(Token.Kind.NUMBER, endOfName(at + 1));
            } else {
                symbol();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", at + 1, line));
        return tokens;
    }

    private void symbol() {
        if (at + 2 <= text.length() && PAIRS.contains(text.substring(at, at + 2))) {
            add(Token.Kind.SYMBOL, at + 2);
        } else if (SINGLES.indexOf(text.charAt(at)) >= 0) {
            add(Token.Kind.SYMBOL, at + 1);
        } else {
            throw line.error(at + 1, "character '" + text.charAt(at) + "' has no meaning here");
        }
    }

    private void add(final Token.Kind kind, final int end) {
        tokens.add(new Token(kind, text.substring(at, end), at + 1, line));
        at = end;
    }

    private int endOfName(final int from) {
        int end = from;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBlank(final char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    private static boolean isNameStart(final char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(final char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNamePart(final char c) {
        return isNameStart(c) || isDigit(c) || c == '.';
    }
}
