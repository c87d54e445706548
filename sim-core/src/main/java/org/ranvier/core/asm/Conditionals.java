package org.ranvier.core.asm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** The open {@code .if} blocks. */
final class Conditionals {
    private static final Set<String> DIRECTIVES = Set.of(".if", ".else", ".endif");

    private final Expressions expressions;
    private final Deque<Block> open = new ArrayDeque<>();

    Conditionals(final Expressions expressions) {
        this.expressions = expressions;
    }

    /** @return true when lines are to be assembled */
    boolean isActive() {
        return open.isEmpty() || open.peek().active;
    }

    /** @return true when a line is a directive of this class, be it in a skipped block or not */
    static boolean handles(final SourceLine line) {
        final String text = line.text().strip();
        int end = 0;
        while (end < text.length() && (end == 0 || Character.isLetterOrDigit(text.charAt(end)))) {
            end++;
        }
        return DIRECTIVES.contains(text.substring(0, end));
    }

    /** Opens, turns or closes a block. */
    void apply(final SourceLine line) {
        final Cursor cursor = new Cursor(line);
        final Token directive = cursor.next();
        switch (directive.text()) {
            case ".if" -> open(cursor, directive);
            case ".else" -> turn(directive);
            default -> close(directive);
        }
        cursor.end();
    }

    /** Refuses the end of the file inside a block. */
    void end() {
        if (!open.isEmpty()) {
            throw open.peek().directive.error("'.if' without '.endif'");
        }
    }

    private void open(final Cursor cursor, final Token directive) {
        final boolean enclosing = isActive();
        if (enclosing) {
            final boolean holds = expressions.evaluate(cursor) != 0;
            open.push(new Block(directive, enclosing, holds));
        } else {
            open.push(new Block(directive, enclosing, false));
            while (!cursor.atEnd()) {
                cursor.next();
            }
        }
    }

    private void turn(final Token directive) {
        if (open.isEmpty() || open.peek().turned) {
            throw directive.error("'.else' without '.if'");
        }
        final Block block = open.peek();
        block.turned = true;
        block.active = block.enclosing && !block.active;
    }

    private void close(final Token directive) {
        if (open.isEmpty()) {
            throw directive.error("'.endif' without '.if'");
        }
        open.pop();
    }

    /** One open block. */
    private static final class Block {
        private final Token directive;
        private final boolean enclosing;
        private boolean active;
        private boolean turned;

        private Block(final Token directive, final boolean enclosing, final boolean active) {
            this.directive = directive;
            this.enclosing = enclosing;
            this.active = active;
        }
    }
}
