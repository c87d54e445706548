package org.ranvier.testbench.rpu.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;

/**
 * A directory with measurements of another simulator, one CSV file per experiment.
 *
 * @param directory the directory
 */
public record ReferenceData(Path directory) {
    /** Checks that the directory is there. */
    public ReferenceData {
        if (!Files.isDirectory(directory)) {
            throw ConfigurationException.of("--reference", directory, "a directory");
        }
    }

    /**
     * Looks for a file.
     *
     * @param file its name
     * @return whether it is there
     */
    public boolean has(final String file) {
        return Files.isRegularFile(directory.resolve(file));
    }

    /**
     * Reads a file.
     *
     * @param file its name
     * @return its rows
     * @throws ConfigurationException when it cannot be read or is no table
     */
    public ReferenceTable table(final String file) {
        try {
            return ReferenceTable.parse(file, Files.readString(directory.resolve(file)));
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
