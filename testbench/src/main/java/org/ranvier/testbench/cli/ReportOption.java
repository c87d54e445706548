package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.ranvier.testbench.report.ReportData;
import org.ranvier.testbench.report.ReportFile;
import picocli.CommandLine.Option;

/** The option that asks for a page about the run. */
final class ReportOption {
    @Option(names = "--report", description = "Write DIR/report.html, which shows the run; see ranvier report.")
    private boolean report;

    /** @return whether a page is wanted */
    boolean wanted() {
        return report;
    }

    /**
     * Writes what a recorder saw, and the page if it is wanted.
     *
     * @param directory where {@code summary.json} is
     * @param data what the recorder describes
     * @param text is told of the page
     */
    void write(final Path directory, final Map<String, Object> data, final PrintWriter text) {
        ReportData.write(directory, data);
        if (report) {
            text.printf("Wrote %s.%n", ReportFile.write(directory));
            text.flush();
        }
    }
}
