package org.ranvier.testbench.report;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.train.Json;

/** {@code report-data.json}: what an observer of a run saw, for the page. */
public final class ReportData {
    /** The file's name, beside {@code summary.json}. */
    public static final String FILE = "report-data.json";

    /** The format's version; a page is made of files of its own version only. */
    public static final int VERSION = 2;

    private ReportData() {}

    /**
     * Begins the data of a run.
     *
     * @param command the command line, word by word
     * @param window what cores, links and instructions count
     * @return keys in the order in which they are written
     */
    static Map<String, Object> of(final List<String> command, final Window window) {
        final Map<String, Object> data = new LinkedHashMap<>();
        data.put("format", "ranvier-report-data");
        data.put("version", VERSION);
        data.put("command", command);
        data.put("java", System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")");
        data.put("window", window.name().toLowerCase(Locale.ROOT));
        return data;
    }

    /**
     * Writes it.
     *
     * @param directory of the run
     * @param data what a recorder describes
     */
    public static void write(final Path directory, final Map<String, Object> data) {
        OutputFile.write(directory.resolve(FILE), Json.line(data) + "\n");
    }
}
