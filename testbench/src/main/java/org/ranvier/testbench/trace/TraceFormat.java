package org.ranvier.testbench.trace;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/** The formats of traces, told by the file's extension. */
enum TraceFormat {
    CSV(".csv", false) {
        @Override
        TraceSink open(final TraceFile file, final TracedChip chip) {
            return new SpikeCsv(file, chip);
        }
    },
    VCD(".vcd", true) {
        @Override
        TraceSink open(final TraceFile file, final TracedChip chip) {
            return new VcdTrace(file, chip);
        }
    },
    PERFETTO(".perfetto-trace", true) {
        @Override
        TraceSink open(final TraceFile file, final TracedChip chip) {
            return new PerfettoTrace(file, chip);
        }
    };

    private final String extension;
    private final boolean everything;

    TraceFormat(final String extension, final boolean everything) {
        this.extension = extension;
        this.everything = everything;
    }

    /**
     * Finds the format of a file.
     *
     * @throws ConfigurationException when its extension is none of those known
     */
    static TraceFormat of(final Path file) {
        final String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.extension) && name.length() > format.extension.length())
                .findFirst()
                .orElseThrow(() -> ConfigurationException.of(
                        "--trace",
                        file,
                        "a file whose name ends in "
                                + Arrays.stream(values())
                                        .map(format -> format.extension)
                                        .collect(Collectors.joining(", "))));
    }

    /** @return whether it shows power */
    boolean showsPower() {
        return this == PERFETTO;
    }

    /** @return whether it shows cores and flits, and not packets alone */
    boolean showsEverything() {
        return everything;
    }

    /** @return the name of the file of a command's chip, from 1: the name given, and from the second on a number in it */
    Path numbered(final Path file, final int chip) {
        if (chip == 1) {
            return file;
        }
        final String name = file.getFileName().toString();
        final int end = name.length() - extension.length();
        return file.resolveSibling(name.substring(0, end) + "-" + chip + name.substring(end));
    }

    /** @return whether a file is one that a further chip of another file gets, as above */
    boolean isNumbered(final Path file, final Path first) {
        final String given = first.getFileName().toString();
        final int end = given.length() - extension.length();
        final String name = file.getFileName().toString();
        final String beginning = given.substring(0, end) + "-";
        return file.equals(first.resolveSibling(name))
                && name.length() > beginning.length() + extension.length()
                && name.startsWith(beginning)
                && name.endsWith(given.substring(end))
                && name.substring(beginning.length(), name.length() - extension.length())
                        .matches("[2-9]|[1-9][0-9]+");
    }

    /**
     * Begins a trace.
     *
     * @param file where it goes
     * @param chip what is traced
     * @return takes the records
     */
    abstract TraceSink open(TraceFile file, TracedChip chip);
}
