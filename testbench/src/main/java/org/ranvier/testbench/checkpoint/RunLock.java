package org.ranvier.testbench.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ranvier.core.error.ConfigurationException;

/** Sees to it that a run is carried on by one process at a time. The lock of a process that was killed is gone with it. */
final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(final FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a run.
     *
     * @param directory where the run writes its results
     * @return the lock
     * @throws ConfigurationException when another process has it, or it cannot be taken
     */
    static RunLock take(final Path directory) {
        final Path file = file(directory);
        try {
            Files.createDirectories(file.getParent());
            final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isFree(channel)) {
                channel.close();
                throw new ConfigurationException(directory + ": another process is running it");
            }
            return new RunLock(channel);
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be locked: " + e.getMessage(), e);
        }
    }

    /** @return the file that is locked; it is empty */
    static Path file(final Path directory) {
        return Checkpoint.file(directory).resolveSibling("lock");
    }

    /** Locks for as long as the channel is open. */
    private static boolean isFree(final FileChannel channel) throws IOException {
        try {
            final FileLock lock = channel.tryLock();
            return lock != null;
        } catch (final OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new ConfigurationException("a lock cannot be given back: " + e.getMessage(), e);
        }
    }
}
