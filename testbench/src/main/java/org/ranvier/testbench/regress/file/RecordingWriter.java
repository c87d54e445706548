package org.ranvier.testbench.regress.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.Deflater;
import org.ranvier.core.error.ConfigurationException;

/**
 * Writes a recording chunk by chunk, deflated, into a temporary file that takes its name on {@link #complete}; one that is closed
 * without it leaves nothing.
 */
public final class RecordingWriter implements AutoCloseable {
    /** How every recording begins. */
    static final byte[] MAGIC = "RANVIERG".getBytes(StandardCharsets.US_ASCII);

    /** How every recording ends, behind its length. */
    static final byte[] END = "RECORDED".getBytes(StandardCharsets.US_ASCII);

    /** The version of format and events. */
    static final int VERSION = 1;

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /**
     * Begins a recording.
     *
     * @param file its name in the end; its directory exists
     */
    public RecordingWriter(final Path file) {
        target = file.toAbsolutePath();
        temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            write(ByteBuffer.allocate(MAGIC.length + Integer.BYTES)
                    .put(MAGIC)
                    .putInt(VERSION)
                    .flip());
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Adds a chunk.
     *
     * @param kind what it holds
     * @param owner which chip, or which stream
     * @param bytes begins with the content
     * @param length its length
     */
    public synchronized void add(final ChunkKind kind, final int owner, final byte[] bytes, final int length) {
        deflater.reset();
        deflater.setInput(bytes, 0, length);
        deflater.finish();
        buffer.clear().position(Chunk.HEAD);
        deflater.deflate(buffer);
        while (!deflater.finished()) {
            buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
            deflater.deflate(buffer);
        }
        final int packed = buffer.position() - Chunk.HEAD;
        final ByteBuffer head = buffer.duplicate().clear();
        head.putInt(kind.ordinal()).putInt(owner).putInt(packed).putInt(length);
        head.putInt(Chunk.checksum(buffer.array(), Chunk.HEAD, packed));
        head.putInt(Chunk.checksum(buffer.array(), 0, head.position()));
        buffer.flip();
        try {
            write(buffer);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    private void write(final ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Gives the recording its name.
     *
     * @return its length in bytes
     */
    public long complete() {
        try {
            final long length = channel.position() + Long.BYTES + END.length;
            write(ByteBuffer.allocate(Long.BYTES + END.length)
                    .putLong(length)
                    .put(END)
                    .flip());
            channel.force(true);
            channel.close();
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return length;
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void close() {
        deflater.end();
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (final IOException e) {
            throw unwritable(e);
        }
    }

    private ConfigurationException unwritable(final IOException e) {
        return new ConfigurationException(target + ": cannot be written: " + e.getMessage(), e);
    }
}
