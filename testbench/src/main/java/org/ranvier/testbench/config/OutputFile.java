package org.ranvier.testbench.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ranvier.core.error.ConfigurationException;

/** Writes files that are there completely or not at all. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Writes a file by way of a temporary one in the same directory, which takes its place when it is complete.
     *
     * @param file the file; its directory exists
     * @param content all of it
     * @throws ConfigurationException when it cannot be written; a file of that name is then as it was
     */
    public static void write(final Path file, final byte[] content) {
        final Path target = file.toAbsolutePath();
        try {
            // Not createTempFile: what it makes can be read by its owner alone, and moving it keeps that.
            final Path temporary = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
            try {
                Files.write(temporary, content);
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be written: " + reason(e), e);
        }
    }

    /**
     * Writes text in UTF-8.
     *
     * @param file the file; its directory exists
     * @param content all of it
     */
    public static void write(final Path file, final String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes sure that a directory exists and takes files.
     *
     * @param option the option's name, for the message
     * @param directory the directory
     */
    public static void requireDirectory(final String option, final Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (final IOException e) {
            throw new ConfigurationException(
                    option + ": " + directory + " cannot be made a directory: " + reason(e), e);
        }
        if (!Files.isWritable(directory)) {
            throw ConfigurationException.of(option, directory, "a directory that can be written to");
        }
    }

    /**
     * Refuses a file that could not be written, before anything is computed for it.
     *
     * @param option the option's name, for the message
     * @param file the file
     */
    public static void requireWritable(final String option, final Path file) {
        final Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw ConfigurationException.of(option, file, "a file in an existing directory that can be written to");
        }
        if (Files.isDirectory(file)) {
            throw ConfigurationException.of(option, file, "a file, not a directory");
        }
    }

    private static String reason(final IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }
}
