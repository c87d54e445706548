package org.ranvier.testbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;

/** Reads IDX files whole; {@link IdxStream} knows the container. */
final class IdxReader {
    private IdxReader() {}

    /**
     * Reads a whole file.
     *
     * @param file the file
     * @param dimensions how many dimensions it must have: 3 for images, 1 for labels
     * @return its content
     * @throws ConfigurationException naming the file, if it cannot be read or is not a complete IDX file of unsigned bytes
     */
    static IdxFile read(final Path file, final int dimensions) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in, dimensions);
        } catch (final IOException e) {
            throw new ConfigurationException(
                    file + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /**
     * Reads a whole stream.
     *
     * @param source how messages name the stream
     * @param in the stream; not closed
     * @param dimensions how many dimensions it must have
     * @return its content
     * @throws ConfigurationException naming the source, if it is not a complete IDX file of unsigned bytes
     */
    static IdxFile read(final String source, final InputStream in, final int dimensions) {
        final IdxStream stream = new IdxStream(source, in, dimensions);
        final byte[] data = stream.next(stream.count());
        stream.end();
        return new IdxFile(source, stream.shape(), data);
    }
}
