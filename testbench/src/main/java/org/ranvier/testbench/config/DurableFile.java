package org.ranvier.testbench.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.ranvier.core.error.ConfigurationException;

/**
 * Writes files that survive a killed process and a lost power supply: at every moment the file is the one before or the new one,
 * whole.
 */
public final class DurableFile {
    private DurableFile() {}

    /**
     * Writes a file by way of a temporary one, which is on the disk before it takes the file's place; then so is its name.
     *
     * @param file the file; its directory is made when it is missing
     * @param content all of it
     * @throws ConfigurationException when it cannot be written; a file of that name is then as it was
     */
    public static void write(final Path file, final byte[] content) {
        final Path directory = file.toAbsolutePath().getParent();
        // One name, so that what a killed process left is overwritten.
        final Path temporary = directory.resolve(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(directory);
            try (FileChannel out = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                final ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            sync(directory);
        } catch (final IOException e) {
            throw failed(file, e);
        }
    }

    /**
     * Deletes a file that {@link #write} wrote, and its directory when nothing else is in it.
     *
     * @param file the file; it need not exist
     */
    public static void delete(final Path file) {
        final Path directory = file.toAbsolutePath().getParent();
        try {
            if (Files.deleteIfExists(file)) {
                Files.deleteIfExists(directory.resolve(file.getFileName() + ".tmp"));
                Files.deleteIfExists(directory);
            }
        } catch (final DirectoryNotEmptyException e) {
            return;
        } catch (final IOException e) {
            throw failed(file, e);
        }
    }

    /** Some systems do not let a program open a directory; there a rename lasts as the file system makes it. */
    private static void sync(final Path directory) throws IOException {
        final FileChannel opened;
        try {
            opened = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (final IOException e) {
            return;
        }
        try (FileChannel channel = opened) {
            channel.force(true);
        }
    }

    private static ConfigurationException failed(final Path file, final IOException e) {
        return new ConfigurationException(
                file + ": cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
    }
}
