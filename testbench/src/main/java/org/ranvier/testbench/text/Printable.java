package org.ranvier.testbench.text;

/** Text from files of others, on its way to a terminal. */
public final class Printable {
    private static final int MOST = 200;

    private Printable() {}

    /**
     * Makes a text fit for a message of one line.
     *
     * @param text anything
     * @return it, with dots for what does not print, cut off after {@value #MOST} characters
     */
    public static String of(final String text) {
        final String printable = text.replaceAll("[^\\P{C}]", ".");
        return printable.length() <= MOST ? printable : printable.substring(0, MOST) + "...";
    }
}
