package org.ranvier.testbench.data.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.ranvier.core.error.ConfigurationException;

/** A file that can be entered anywhere: the file itself or, when it is compressed or in an archive, a temporary copy of its content. */
final class Unpacked implements AutoCloseable {
    /** Bytes that a temporary copy can have: 64 GiB. */
    static final long MOST_BYTES = 1L << 36;

    private static final int GZIP_MAGIC = 0x1f8b;

    private final Path path;
    private final boolean temporary;

    private Unpacked(final Path path, final boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /**
     * Unpacks a file if need be.
     *
     * @param file the file
     * @param origin how messages name it
     * @return the content
     * @throws ConfigurationException naming the file, if it cannot be read or is damaged
     */
    static Unpacked of(final Path file, final String origin) {
        try {
            if (isGzip(file)) {
                try (InputStream in = Files.newInputStream(file);
                        InputStream content = new GZIPInputStream(in, 1 << 16)) {
                    return copy(content, origin);
                }
            }
            if (file.getFileSystem() != FileSystems.getDefault()) {
                try (InputStream in = Files.newInputStream(file)) {
                    return copy(in, origin);
                }
            }
            return new Unpacked(file, false);
        } catch (final IOException e) {
            throw new ConfigurationException(
                    origin + ": cannot be read (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ")", e);
        }
    }

    private static boolean isGzip(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (in.read() << 8 | in.read()) == GZIP_MAGIC;
        }
    }

    private static Unpacked copy(final InputStream in, final String origin) throws IOException {
        final Unpacked copy = new Unpacked(Files.createTempFile("ranvier-", ".unpacked"), true);
        copy.path.toFile().deleteOnExit();
        final byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (OutputStream out = Files.newOutputStream(copy.path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw new ConfigurationException(origin + ": unpacks to more than " + MOST_BYTES + " bytes");
                }
                out.write(buffer, 0, read);
            }
        } catch (final IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
        return copy;
    }

    /** @return where the content is */
    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (temporary) {
            try {
                Files.deleteIfExists(path);
            } catch (final IOException e) {
                throw new ConfigurationException(path + ": cannot be deleted (" + e.getMessage() + ")", e);
            }
        }
    }
}
