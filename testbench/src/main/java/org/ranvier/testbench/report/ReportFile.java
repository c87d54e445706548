package org.ranvier.testbench.report;

import java.nio.file.Path;
import org.ranvier.testbench.config.OutputFile;

/** {@code report.html} in the directory of a run. */
public final class ReportFile {
    private ReportFile() {}

    /**
     * Writes a run's report.
     *
     * @param directory where the run wrote its results
     * @return the file
     * @throws org.ranvier.core.error.ConfigurationException when a file of the run is missing or the report cannot be written
     */
    public static Path write(final Path directory) {
        final Path page = directory.resolve("report.html");
        OutputFile.write(page, ReportPage.of(RunFiles.load(directory)));
        return page;
    }
}
