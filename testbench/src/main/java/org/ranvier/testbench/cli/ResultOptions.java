package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.train.Json;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that print their result and write files only when they are asked to. */
final class ResultOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the results there: summary.json and what the command lists"
                    + " (default: nowhere; with --report runs/NAME).")
    private Path out;

    @Mixin
    private ReportOption report;

    /** @return whether a page is wanted */
    boolean page() {
        return report.wanted();
    }

    /**
     * Gives where files go, checked before anything runs.
     *
     * @param name of the run, for the default
     * @return the directory; null when no files are wanted
     */
    Path directory(final String name) {
        if (out == null && !report.wanted()) {
            return null;
        }
        final Path directory = out == null ? Path.of("runs", name) : out;
        OutputFile.requireDirectory("--out", directory);
        return directory;
    }

    /**
     * Writes the results, and the page if it is wanted.
     *
     * @param directory what {@link #directory} gave
     * @param summary for {@code summary.json}
     * @param data what the recorder describes
     * @param text is told of the page
     */
    void write(
            final Path directory,
            final Map<String, Object> summary,
            final Map<String, Object> data,
            final PrintWriter text) {
        OutputFile.write(directory.resolve("summary.json"), Json.pretty(summary));
        report.write(directory, data, text);
    }
}
