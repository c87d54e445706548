package org.ranvier.testbench.report;

/** An HTML table that scrolls by itself where the page is narrow. */
public final class Table {
    private final StringBuilder html = new StringBuilder("<div class=\"scroll\"><table>");

    /**
     * Makes a table with a row of headings.
     *
     * @param headings HTML; none for a table without
     */
    public Table(final String... headings) {
        if (headings.length > 0) {
            row("th", headings);
        }
    }

    /**
     * Adds a row.
     *
     * @param cells HTML
     * @return this
     */
    public Table row(final String... cells) {
        return row("td", cells);
    }

    private Table row(final String tag, final String... cells) {
        html.append("<tr>");
        for (final String cell : cells) {
            html.append('<')
                    .append(tag)
                    .append('>')
                    .append(cell)
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        html.append("</tr>\n");
        return this;
    }

    /** @return the table's HTML */
    public String html() {
        return html + "</table></div>\n";
    }
}
