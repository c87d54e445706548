package org.ranvier.testbench.regress.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ranvier.core.error.ConfigurationException;

/** Reads a recording: finds its chunks when it is opened, and fetches one at a time when it is asked for. */
public final class RecordingReader implements AutoCloseable {
    private static final int START = RecordingWriter.MAGIC.length + Integer.BYTES;
    private static final int TAIL = Long.BYTES + RecordingWriter.END.length;

    private final Path file;
    private final FileChannel channel;
    private final Map<ChunkKind, Map<Integer, List<Chunk>>> chunks = new HashMap<>();

    /**
     * Opens a recording.
     *
     * @param file the file
     * @throws ConfigurationException when it is missing, no recording, of another version, or not complete
     */
    public RecordingReader(final Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw new ConfigurationException(file + ": no such file; ranvier regress record makes it");
        }
        FileChannel opened = null;
        try {
            opened = FileChannel.open(file, StandardOpenOption.READ);
            channel = opened;
            checkFrame();
            findChunks();
        } catch (final IOException e) {
            closeQuietly(opened);
            throw unreadable(e.getMessage(), e);
        } catch (final ConfigurationException e) {
            closeQuietly(opened);
            throw e;
        }
    }

    private static void closeQuietly(final FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (final IOException e) {
                // The error that made it useless is the one to be told.
            }
        }
    }

    private void checkFrame() throws IOException {
        final long size = channel.size();
        final byte[] magic = new byte[RecordingWriter.MAGIC.length];
        final ByteBuffer start = read(0, (int) Math.min(size, START));
        start.get(magic, 0, Math.min(magic.length, start.remaining()));
        if (!Arrays.equals(magic, RecordingWriter.MAGIC)) {
            throw new ConfigurationException(file + ": not a recording (it does not begin with RANVIERG)");
        }
        if (size < START) {
            throw truncated(size);
        }
        final int version = start.getInt();
        if (version != RecordingWriter.VERSION) {
            throw new ConfigurationException(
                    file + ": recording format " + version + ", this program reads " + RecordingWriter.VERSION);
        }
        if (size < START + TAIL) {
            throw truncated(size);
        }
        final ByteBuffer tail = read(size - TAIL, TAIL);
        final long length = tail.getLong();
        final byte[] end = new byte[RecordingWriter.END.length];
        tail.get(end);
        if (!Arrays.equals(end, RecordingWriter.END) || length != size) {
            throw truncated(size);
        }
    }

    private ConfigurationException truncated(final long size) {
        return new ConfigurationException(
                file + ": truncated or damaged, its " + size + " bytes do not end as those of a complete recording do");
    }

    private void findChunks() throws IOException {
        final long end = channel.size() - TAIL;
        long at = START;
        while (at < end) {
            if (at + Chunk.HEAD > end) {
                throw damaged(at);
            }
            final ByteBuffer head = read(at, Chunk.HEAD);
            final int kind = head.getInt();
            final int owner = head.getInt();
            final int packed = head.getInt();
            final int length = head.getInt();
            final int checksum = head.getInt();
            if (Chunk.checksum(head.array(), 0, head.position()) != head.getInt()) {
                throw damaged(at);
            }
            at += Chunk.HEAD;
            final Chunk chunk = new Chunk(ChunkKind.values()[kind], owner, at, packed, length, checksum);
            chunks.computeIfAbsent(chunk.kind(), any -> new HashMap<>())
                    .computeIfAbsent(owner, any -> new ArrayList<>())
                    .add(chunk);
            at += packed;
        }
    }

    private ConfigurationException damaged(final long at) {
        return new ConfigurationException(file + ": damaged at byte " + at);
    }

    private ConfigurationException unreadable(final String reason, final Exception cause) {
        return new ConfigurationException(file + ": cannot be read: " + reason, cause);
    }

    private ByteBuffer read(final long at, final int length) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("it ends at byte " + (at + bytes.position()));
            }
        }
        return bytes.flip();
    }

    /**
     * Fetches a chunk that exists once.
     *
     * @param kind what it holds
     * @param owner which chip
     * @return its content
     */
    public byte[] only(final ChunkKind kind, final int owner) {
        final Iterator<byte[]> all = all(kind, owner);
        if (!all.hasNext()) {
            throw new ConfigurationException(file + ": damaged, it has no " + kind);
        }
        return all.next();
    }

    /**
     * Goes through the chunks of one owner.
     *
     * @param kind what they hold
     * @param owner which chip, or which stream
     * @return their contents in the order in which they were added
     */
    public Iterator<byte[]> all(final ChunkKind kind, final int owner) {
        final Iterator<Chunk> places = chunks.getOrDefault(kind, Map.of())
                .getOrDefault(owner, List.of())
                .iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return places.hasNext();
            }

            @Override
            public byte[] next() {
                return fetch(places.next());
            }
        };
    }

    private byte[] fetch(final Chunk chunk) {
        try {
            final byte[] packed = read(chunk.at(), chunk.packed()).array();
            if (Chunk.checksum(packed, 0, packed.length) != chunk.checksum()) {
                throw damaged(chunk.at());
            }
            final Inflater inflater = new Inflater(true);
            try {
                final byte[] content = new byte[chunk.length()];
                inflater.setInput(packed);
                int filled = 0;
                while (filled < content.length) {
                    final int more = inflater.inflate(content, filled, content.length - filled);
                    if (more == 0) {
                        throw damaged(chunk.at());
                    }
                    filled += more;
                }
                return content;
            } finally {
                inflater.end();
            }
        } catch (final IOException e) {
            throw unreadable(e.getMessage(), e);
        } catch (final DataFormatException e) {
            throw damaged(chunk.at());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw unreadable(e.getMessage(), e);
        }
    }
}
