package org.ranvier.testbench.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.ranvier.core.error.ConfigurationException;

/** Writes files that are there completely or not at all. */
public final class OutputFile {
    private static final String SUFFIX = ".tmp";

    private OutputFile() {}

    /**
     * Writes a file by way of a temporary one in the same directory, which takes its place when it is complete. What a process that
     * was killed left of the same file is removed.
     *
     * @param file the file; its directory exists
     * @param content all of it
     * @throws ConfigurationException when it cannot be written; a file of that name is then as it was
     */
    public static void write(final Path file, final byte[] content) {
        final Path target = file.toAbsolutePath();
        try {
            final Path temporary = temporary(target);
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
     * Finds where to write what is to take the place of a file when it is complete, and removes what processes that were killed left of
     * the same file.
     *
     * @param file the file; its directory exists
     * @return a file beside it, which does not exist; the same in all of this process
     * @throws IOException when the directory cannot be read
     */
    public static Path temporary(final Path file) throws IOException {
        final Path target = file.toAbsolutePath();
        final String prefix = "." + target.getFileName() + ".";
        deleteLeftOvers(target.getParent(), prefix);
        // Not createTempFile: what it makes can be read by its owner alone, and moving it keeps that.
        return target.resolveSibling(prefix + ProcessHandle.current().pid() + SUFFIX);
    }

    /** Deletes temporary files of the same file whose processes were killed. */
    private static void deleteLeftOvers(final Path directory, final String prefix) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                directory, file -> isLeftOver(file.getFileName().toString(), prefix))) {
            for (final Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isLeftOver(final String name, final String prefix) {
        if (name.length() <= prefix.length() + SUFFIX.length() || !name.startsWith(prefix) || !name.endsWith(SUFFIX)) {
            return false;
        }
        final String process = name.substring(prefix.length(), name.length() - SUFFIX.length());
        return process.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(process)).isEmpty();
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
