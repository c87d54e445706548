package org.ranvier.testbench.checkpoint;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.DurableFile;

/**
 * A run's state and what run it is, as a file {@code DIR/checkpoint/state}.
 *
 * <p>Magic, format, length and bytes of a JSON header, length and bytes of the state, SHA-256 of all that; numbers are big-endian.
 *
 * @param directory where the run writes its results
 * @param header what run it is
 * @param state what a {@link Course} and its companions saved; empty before the first sample and after the last
 */
public record Checkpoint(Path directory, CheckpointHeader header, byte[] state) {
    private static final byte[] MAGIC = "RANVIERC".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT = 1;
    private static final int HEADER_START = MAGIC.length + 2 * Integer.BYTES;
    private static final int HASH = 32;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /**
     * @param directory where a run writes its results
     * @return the file that holds its checkpoint
     */
    static Path file(final Path directory) {
        return directory.resolve("checkpoint").resolve("state");
    }

    /** @return whether there is a state to go on from */
    boolean hasState() {
        return state.length > 0;
    }

    /** @return whether another one says and holds the same */
    boolean isSame(final Checkpoint other) {
        return header.equals(other.header) && Arrays.equals(state, other.state);
    }

    /**
     * Writes it in the place of the one before, which stays until this one is whole and on the disk.
     *
     * @throws ConfigurationException when it cannot be written
     */
    void save() {
        final byte[] json;
        try {
            json = MAPPER.writeValueAsBytes(header);
        } catch (final IOException e) {
            throw new IllegalArgumentException(e);
        }
        final ByteBuffer buffer = ByteBuffer.allocate(HEADER_START + json.length + Long.BYTES + state.length + HASH);
        buffer.put(MAGIC).putInt(FORMAT).putInt(json.length).put(json);
        buffer.putLong(state.length).put(state);
        buffer.put(Sha256.of(buffer.array(), 0, buffer.position()));
        DurableFile.write(file(directory), buffer.array());
    }

    /**
     * Reads the checkpoint of a run.
     *
     * @param directory where the run writes its results
     * @param program the version of this program
     * @return it
     * @throws ConfigurationException in one line when there is none, or it is no checkpoint, of another format or program,
     *     truncated, too long or altered
     */
    public static Checkpoint load(final Path directory, final String program) {
        final Path file = file(directory);
        final byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (final NoSuchFileException e) {
            throw new ConfigurationException(
                    directory + ": there is no checkpoint in it; a run with --checkpoint-every leaves one", e);
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be read: " + e.getMessage(), e);
        }
        final Checkpoint found = parse(directory, content);
        if (!found.header.program().equals(program)) {
            throw new ConfigurationException(file + ": written by version " + found.header.program()
                    + " of the program, this is " + program + "; the run must be resumed by the version that began it");
        }
        return found;
    }

    /** Reads what the file of a directory holds. */
    static Checkpoint parse(final Path directory, final byte[] content) {
        final Path file = file(directory);
        if (content.length < MAGIC.length || !Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new ConfigurationException(file + ": not a checkpoint (it does not begin with RANVIERC)");
        }
        requireLength(file, content, HEADER_START);
        final ByteBuffer buffer = ByteBuffer.wrap(content).position(MAGIC.length);
        final int format = buffer.getInt();
        if (format != FORMAT) {
            throw new ConfigurationException(file + ": checkpoint format " + format + ", this program reads " + FORMAT);
        }
        final long headerLength = Integer.toUnsignedLong(buffer.getInt());
        requireLength(file, content, HEADER_START + headerLength + Long.BYTES);
        final byte[] json = new byte[(int) headerLength];
        final long stateLength = buffer.get(json).getLong();
        final long expected = buffer.position() + stateLength + HASH;
        requireLength(file, content, expected);
        if (stateLength < 0 || content.length > expected) {
            throw damaged(file, "its length is wrong");
        }
        final byte[] state = new byte[(int) stateLength];
        final byte[] hash = new byte[HASH];
        buffer.get(state).get(hash);
        if (!Arrays.equals(hash, Sha256.of(content, 0, content.length - HASH))) {
            throw damaged(file, "its SHA-256 does not match");
        }
        try {
            return new Checkpoint(directory, MAPPER.readValue(json, CheckpointHeader.class), state);
        } catch (final IOException e) {
            throw damaged(file, "its header cannot be read");
        }
    }

    private static void requireLength(final Path file, final byte[] content, final long expected) {
        if (content.length < expected) {
            throw new ConfigurationException(
                    file + ": truncated or damaged, " + content.length + " of " + expected + " bytes");
        }
    }

    private static ConfigurationException damaged(final Path file, final String how) {
        return new ConfigurationException(file + ": damaged, " + how);
    }
}
