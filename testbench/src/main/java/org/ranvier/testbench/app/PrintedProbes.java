package org.ranvier.testbench.app;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What probes of several cores print, in the order of cycles and cores, whichever threads simulate them: shown after a sample. */
final class PrintedProbes {
    private final PrintWriter out;
    private final List<Sheet> sheets = new ArrayList<>();

    /** What a probe saw in a cycle. */
    private record Entry(long cycle, int core, CharSequence text) {}

    PrintedProbes(final PrintWriter out) {
        this.out = out;
    }

    /**
     * Opens what one probe writes on.
     *
     * @param core the place of its core in the order of cores
     * @return the sheet, for the thread that simulates the core
     */
    Sheet sheet(final int core) {
        final Sheet sheet = new Sheet(core);
        sheets.add(sheet);
        return sheet;
    }

    /** Prints what is on the sheets, and empties them; between samples. */
    void print() {
        final List<Entry> entries = new ArrayList<>();
        sheets.forEach(sheet -> sheet.moveTo(entries));
        entries.sort(Comparator.comparingLong(Entry::cycle).thenComparingInt(Entry::core));
        for (final Entry entry : entries) {
            out.append(entry.text());
        }
        if (!entries.isEmpty()) {
            out.flush();
        }
    }

    /** The lines of one probe. */
    static final class Sheet extends Writer {
        private final int core;
        private final List<Entry> entries = new ArrayList<>();
        private long cycle = -1;

        private Sheet(final int core) {
            this.core = core;
        }

        /** Says in which cycle the lines that follow are written. */
        void at(final long now) {
            cycle = now;
        }

        private void moveTo(final List<Entry> all) {
            all.addAll(entries);
            entries.clear();
        }

        @Override
        public void write(final char[] characters, final int from, final int length) {
            entries.add(new Entry(cycle, core, new String(characters, from, length)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
