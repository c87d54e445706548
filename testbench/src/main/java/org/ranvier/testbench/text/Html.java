package org.ranvier.testbench.text;

/** Makes text safe inside HTML and XML. */
public final class Html {
    private Html() {}

    /**
     * Escapes text for content and for quoted attributes.
     *
     * @param text any text
     * @return it, without characters that mean something in markup
     */
    public static String escape(final String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
