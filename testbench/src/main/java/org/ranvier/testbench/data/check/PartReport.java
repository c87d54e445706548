package org.ranvier.testbench.data.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found in one part of a data set. */
public final class PartReport {
    private static final int WIDTH = 79;
    private static final String MARGIN = "  ";
    private static final int NAME_WIDTH = 12;

    private final String title;
    private final List<String> classes;
    private final int[] counts;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Anomalies anomalies;

    /**
     * @param title part and what it holds
     * @param classes names of the classes, by label
     * @param counts samples of each
     * @param anomalies what is odd
     */
    PartReport(final String title, final List<String> classes, final int[] counts, final Anomalies anomalies) {
        this.title = title;
        this.classes = classes;
        this.counts = counts;
        this.anomalies = anomalies;
    }

    /** Adds a line to the report. */
    void fact(final String name, final String value) {
        facts.put(name, value);
    }

    /** @return what is odd */
    public Anomalies anomalies() {
        return anomalies;
    }

    /** @return samples of each class, by label */
    public int[] counts() {
        return counts.clone();
    }

    /** @return the report for a terminal of 80 columns; lines of anomalies can be longer */
    public List<String> lines() {
        final List<String> lines = new ArrayList<>();
        lines.add(title);
        facts.forEach((name, value) -> lines.add(MARGIN + name + " ".repeat(NAME_WIDTH - name.length()) + value));
        addClasses(lines);
        anomalies.lines().forEach(line -> lines.add(MARGIN + "! " + line));
        final int more =
                anomalies.odd() + anomalies.unreadable() - anomalies.lines().size();
        if (more > 0) {
            lines.add(MARGIN + "! and " + more + " more");
        }
        return lines;
    }

    /** One after another, as many as fit on a line; classes without a name or a sample are left out. */
    private void addClasses(final List<String> lines) {
        final StringBuilder line = new StringBuilder(MARGIN + "classes" + " ".repeat(NAME_WIDTH - 7));
        final int indent = line.length();
        for (int label = 0; label < counts.length; label++) {
            final String name = classes.get(label);
            final String number = Integer.toString(label);
            final String text = number + (name.equals(number) ? "" : " " + name) + ": " + counts[label];
            if (name.equals(number) && counts[label] == 0) {
                continue;
            }
            if (line.length() > indent && line.length() + text.length() + 3 > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                line.append(" ".repeat(indent));
            }
            line.append(line.length() == indent ? "" : "   ").append(text);
        }
        if (line.length() > indent) {
            lines.add(line.toString());
        }
    }
}
