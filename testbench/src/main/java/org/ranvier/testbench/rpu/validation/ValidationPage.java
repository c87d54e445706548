package org.ranvier.testbench.rpu.validation;

import java.util.Locale;

/** The tables of comparisons as a page of Markdown. */
public final class ValidationPage {
    private final StringBuilder head = new StringBuilder();
    private final StringBuilder summary = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private int compared;
    private int exceeded;

    /**
     * Begins a page.
     *
     * @param command the command line that makes it
     */
    public ValidationPage(final String command) {
        head.append("# Crossbars against other simulators: all tables\n\nMade by\n\n    ")
                .append(command)
                .append("\n\nA row shows the worst of all points and seeds of a case, the one nearest to its bound.\n");
        summary.append(
                "\n| file | quantity | compared | worst | deviation | bound | ratio |\n|---|---|---|---|---|---|---|\n");
    }

    /**
     * Adds a comparison.
     *
     * @param comparison what was compared
     * @param findings what was found
     */
    public void add(final Comparison comparison, final Findings findings) {
        text.append("\n## ").append(comparison.files().get(0)).append("\n\n");
        text.append(comparison.about()).append("\n\n");
        text.append("| case | quantity | compared | worst at | deviation | bound | deviation/bound | verdict |\n");
        text.append("|---|---|---|---|---|---|---|---|\n");
        for (final Finding finding : findings.worst()) {
            text.append(row(finding));
        }
        for (final Finding finding : findings.byQuantity()) {
            summary.append(quantity(comparison.files().get(0), finding));
            compared += finding.compared();
        }
        exceeded += findings.exceeded().size();
        for (final Figure figure : findings.figures()) {
            text.append(String.format(Locale.ROOT, "\n![%s](%s)\n", figure.caption(), figure.file()));
        }
    }

    private static String row(final Finding finding) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %s | %.2e | %.2e | %.2f | %s |\n",
                finding.group(),
                finding.quantity(),
                finding.compared(),
                finding.place(),
                finding.deviation(),
                finding.bound(),
                finding.ratio(),
                finding.exceeded() ? "**exceeded**" : "within");
    }

    private static String quantity(final String file, final Finding finding) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %,d | %s | %.2e | %.2e | %.2f |\n",
                file,
                finding.quantity(),
                finding.compared(),
                finding.deviation() == 0 ? "all equal" : finding.group() + ", " + finding.place(),
                finding.deviation(),
                finding.bound(),
                finding.ratio());
    }

    /**
     * Adds a line about what was not compared.
     *
     * @param comparison the comparison
     * @param missing the file that is not there
     */
    public void skip(final Comparison comparison, final String missing) {
        text.append("\n## ").append(comparison.files().get(0)).append("\n\n");
        text.append("Not compared: the reference has no ").append(missing).append(".\n");
    }

    /** @return the page */
    public String markdown() {
        final String verdict = String.format(
                Locale.ROOT, "\n%,d comparisons; rows of cases beyond their bound: %,d.\n", compared, exceeded);
        return head + verdict + summary + text;
    }
}
