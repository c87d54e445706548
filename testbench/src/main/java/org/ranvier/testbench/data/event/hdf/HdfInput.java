package org.ranvier.testbench.data.event.hdf;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.text.Printable;

/** An HDF5 file that is read in pieces. */
public final class HdfInput implements AutoCloseable {
    private final String origin;
    private final FileChannel channel;
    private final long size;
    private final HdfFile file;

    private HdfInput(final Path path, final String origin) throws IOException {
        this.origin = origin;
        this.channel = FileChannel.open(path);
        try {
            this.size = channel.size();
            this.file = guarded(() -> open(path));
        } catch (final IOException | ConfigurationException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Opens a file.
     *
     * @param path the file, on disk and not compressed
     * @param origin how messages name it
     * @return it
     * @throws ConfigurationException in one line, if it cannot be read or is no HDF5 file
     */
    public static HdfInput open(final Path path, final String origin) {
        try {
            return new HdfInput(path, origin);
        } catch (final IOException e) {
            throw unreadable(origin, e);
        }
    }

    /**
     * Mapped, a damaged size points past the end of the map and is refused; read through the channel it would be allocated first. But a
     * map cannot be longer than 2 GiB.
     */
    private HdfFile open(final Path path) {
        if (size > Integer.MAX_VALUE) {
            return new HdfFile(path);
        }
        try {
            return HdfFile.fromByteBuffer(channel.map(MapMode.READ_ONLY, 0, size));
        } catch (final IOException e) {
            throw unreadable(origin, e);
        }
    }

    /**
     * Says whether there is a group or data set.
     *
     * @param name path in the file, without a leading {@code /}
     * @return whether there is
     */
    public boolean has(final String name) {
        return guarded(() -> find(name)) != null;
    }

    /**
     * Finds a data set of one dimension.
     *
     * @param name path in the file, without a leading {@code /}
     * @return its column
     * @throws ConfigurationException if there is none, or it is not one that can be read
     */
    public HdfColumn column(final String name) {
        final Node node = guarded(() -> find(name));
        if (!(node instanceof final Dataset dataset)) {
            throw new ConfigurationException(origin + ": has no data set /" + name);
        }
        return guarded(() -> new HdfColumn(this, dataset, name));
    }

    private Node find(final String name) {
        Node node = file;
        for (final String step : name.split("/")) {
            if (!(node instanceof final Group group) || group.getChild(step) == null) {
                return null;
            }
            node = group.getByPath(step);
        }
        return node;
    }

    /** @return how messages name the file */
    String origin() {
        return origin;
    }

    /** @return bytes in the file */
    long size() {
        return size;
    }

    /** @return bytes before the address 0 of the file's own counting */
    long base() {
        return file.getUserBlockSize();
    }

    /**
     * Reads bytes.
     *
     * @param position where from, from the beginning of the file
     * @param into filled from its position to its limit, then flipped
     * @throws ConfigurationException if they are not all there
     */
    void read(final long position, final ByteBuffer into) {
        long at = position;
        try {
            while (into.hasRemaining()) {
                final int read = at < 0 ? -1 : channel.read(into, at);
                if (read <= 0) {
                    throw new ConfigurationException(origin + ", byte " + at + ": the file ends too early");
                }
                at += read;
            }
        } catch (final IOException e) {
            throw unreadable(origin, e);
        }
        into.flip();
    }

    /**
     * Asks jHDF for something. What it makes of a damaged file is not documented: exceptions of many kinds, and endless recursion where
     * parts of a file point at each other.
     *
     * @param <T> what is asked for
     * @param question asks
     * @return the answer
     * @throws ConfigurationException in one line, whatever goes wrong
     */
    <T> T guarded(final Supplier<T> question) {
        try {
            return question.get();
        } catch (final ConfigurationException e) {
            throw e;
        } catch (final RuntimeException | StackOverflowError e) {
            throw new ConfigurationException(
                    origin + ": damaged or not an HDF5 file that can be read (" + reason(e) + ")", e);
        }
    }

    private static String reason(final Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof StackOverflowError) {
            return "its parts point at each other";
        }
        if (cause instanceof BufferUnderflowException || cause instanceof IllegalArgumentException) {
            return "an address or size outside the file";
        }
        return cause.getClass().getSimpleName() + ": " + Printable.of(String.valueOf(cause.getMessage()));
    }

    private static ConfigurationException unreadable(final String origin, final IOException e) {
        return new ConfigurationException(
                origin + ": cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")", e);
    }

    @Override
    public void close() {
        try {
            channel.close();
            file.close();
        } catch (final IOException e) {
            throw unreadable(origin, e);
        }
    }
}
