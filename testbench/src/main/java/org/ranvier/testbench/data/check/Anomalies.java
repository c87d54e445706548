package org.ranvier.testbench.data.check;

import java.util.ArrayList;
import java.util.List;

/** What is odd about samples, a line each; the first lines are kept, all are counted. */
public final class Anomalies {
    private final int most;
    private final List<String> lines = new ArrayList<>();
    private int odd;
    private int unreadable;

    /**
     * @param most lines that are kept
     */
    Anomalies(final int most) {
        this.most = most;
    }

    /** Takes a sample that could be read. */
    void odd(final String line) {
        odd++;
        keep(line);
    }

    /** Takes a sample, or a part, that could not. */
    void unreadable(final String line) {
        unreadable++;
        keep(line);
    }

    private void keep(final String line) {
        if (lines.size() < most) {
            lines.add(line);
        }
    }

    /** @return what is odd about samples that could be read: so many lines */
    public int odd() {
        return odd;
    }

    /** @return samples that could not be read */
    public int unreadable() {
        return unreadable;
    }

    /** @return the first lines */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
