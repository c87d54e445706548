package org.ranvier.testbench.report;

import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.ranvier.core.error.ConfigurationException;
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
        OutputFile.write(page, page(directory, RunFiles.load(directory)));
        return page;
    }

    /** Runs write files of which a page can be made, so others were altered since, or are not of one run. */
    private static String page(final Path directory, final RunFiles files) {
        try {
            return ReportPage.of(files);
        } catch (final IllegalArgumentException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | ArithmeticException
                | NullPointerException e) {
            throw new ConfigurationException(
                    directory + ": its summary.json or " + ReportData.FILE
                            + " is damaged, or they are not of the same run: " + e.getMessage(),
                    e);
        }
    }
}
