package org.ranvier.core.fault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on a chip as the command line names it: {@code core[3]}, {@code host}, {@code SPK}, {@code core[3].SPK},
 * {@code core[3].w[12,5].bit4}, {@code core[3].array[7,*]}. What is left out is {@value #ANY}.
 *
 * @param node the core's fabric node, {@value #HOST} for the host, or {@value #ANY}
 * @param name a packet kind or a region, or null
 * @param row the first index
 * @param column the second index; the only one of a place with a single index is its row
 * @param bit the bit of the element, from the lowest
 */
public record FaultPlace(int node, String name, int row, int column, int bit) {
    /** An index that is left out, or {@code *}. */
    public static final int ANY = -1;

    /** The node of the host. */
    public static final int HOST = -2;

    /** The place that says nothing. */
    public static final FaultPlace ANYWHERE = new FaultPlace(ANY, null, ANY, ANY, ANY);

    private static final Pattern GRAMMAR = Pattern.compile("(?:(?<node>core\\[(?<number>\\d{1,9})]|host)(?:\\.(?<inner>"
            + "(?!bit\\d+$)[A-Za-z_]\\w*))?|(?<outer>[A-Za-z_]\\w*))"
            + "(?:\\[(?<row>\\d{1,9}|\\*)(?:,(?<column>\\d{1,9}|\\*))?])?(?:\\.bit(?<bit>\\d{1,3}))?");

    /**
     * Parses a place.
     *
     * @param text what was written
     * @return the place, or null when it is none
     */
    static FaultPlace parse(final String text) {
        final Matcher match = GRAMMAR.matcher(text);
        if (!match.matches()) {
            return null;
        }
        final String outer = match.group("outer");
        return new FaultPlace(
                node(match),
                outer == null ? match.group("inner") : outer,
                index(match.group("row")),
                index(match.group("column")),
                index(match.group("bit")));
    }

    private static int node(final Matcher match) {
        if (match.group("node") == null) {
            return ANY;
        }
        return match.group("number") == null ? HOST : Integer.parseInt(match.group("number"));
    }

    private static int index(final String text) {
        return text == null || text.equals("*") ? ANY : Integer.parseInt(text);
    }

    /** @return whether a node is at this place or in it */
    public boolean covers(final int where) {
        return node == ANY || node == where;
    }

    /** @return whether a packet of a kind is meant */
    boolean covers(final String kind) {
        return name == null || name.equals(kind);
    }

    /**
     * Names a node as messages do.
     *
     * @param node a core's node, or {@value #HOST}
     * @return {@code core[3]} or {@code host}
     */
    public static String nodeName(final int node) {
        return node == HOST ? "host" : "core[" + node + "]";
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder(node == ANY ? "" : nodeName(node));
        if (name != null) {
            text.append(node == ANY ? "" : ".").append(name);
        }
        if (row != ANY || column != ANY) {
            text.append('[').append(row == ANY ? "*" : row);
            text.append(column == ANY ? "" : "," + column).append(']');
        }
        return text.append(bit == ANY ? "" : ".bit" + bit).toString();
    }
}
