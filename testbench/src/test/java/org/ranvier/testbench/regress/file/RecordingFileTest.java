package org.ranvier.testbench.regress.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;

class RecordingFileTest {
    @TempDir
    private Path directory;

    private Path file;
    private final byte[] long1 = new byte[100_000];

    @BeforeEach
    void write() {
        new SplittableRandom(1).nextBytes(long1);
        file = directory.resolve("recording");
        try (RecordingWriter writer = new RecordingWriter(file)) {
            writer.add(ChunkKind.HEADER, 0, new byte[] {1, 2, 3, 99}, 3);
            writer.add(ChunkKind.STREAM, 7, long1, long1.length);
            writer.add(ChunkKind.STREAM, 7, new byte[0], 0);
            writer.add(ChunkKind.STREAM, 8, new byte[1000], 1000);
            assertThat(file).doesNotExist();
            writer.complete();
        }
    }

    private void refuse(final byte[] content, final String reason) throws IOException {
        final Path other = Files.write(directory.resolve("other"), content);
        assertThatThrownBy(() -> {
                    try (RecordingReader reader = new RecordingReader(other)) {
                        reader.only(ChunkKind.HEADER, 0);
                        reader.all(ChunkKind.STREAM, 7).forEachRemaining(piece -> {});
                        reader.all(ChunkKind.STREAM, 8).forEachRemaining(piece -> {});
                    }
                })
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("other");
    }

    @Test
    void shouldGiveBackWhatWasWritten() {
        try (RecordingReader reader = new RecordingReader(file)) {
            assertThat(reader.only(ChunkKind.HEADER, 0)).containsExactly(1, 2, 3);
            final Iterator<byte[]> pieces = reader.all(ChunkKind.STREAM, 7);
            assertThat(pieces.next()).isEqualTo(long1);
            assertThat(pieces.next()).isEmpty();
            assertThat(pieces.hasNext()).isFalse();
            assertThat(reader.all(ChunkKind.STREAM, 8).next()).hasSize(1000);
            assertThat(reader.all(ChunkKind.STREAM, 9).hasNext()).isFalse();
        }
    }

    @Test
    void shouldLeaveNothingWhenItIsNotCompleted() throws IOException {
        try (RecordingWriter writer = new RecordingWriter(directory.resolve("unfinished"))) {
            writer.add(ChunkKind.HEADER, 0, new byte[] {1}, 1);
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void shouldRefuseWhatIsNotThere() {
        assertThatThrownBy(() -> new RecordingReader(directory.resolve("missing")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("missing: no such file");
    }

    @Test
    void shouldRefuseForeignFiles() throws IOException {
        refuse("{\"some\": \"json\", \"of\": \"another program\"}".getBytes(), "not a recording");
        refuse(new byte[0], "not a recording");
    }

    @Test
    void shouldRefuseOtherVersions() throws IOException {
        final byte[] content = Files.readAllBytes(file);
        content[11] = 9;
        refuse(content, "recording format 9, this program reads 1");
    }

    @Test
    void shouldRefuseAFileThatWasCutAnywhere() throws IOException {
        final byte[] content = Files.readAllBytes(file);
        for (int length = 12; length < content.length; length += Math.max(1, length / 9)) {
            refuse(Arrays.copyOf(content, length), "truncated or damaged");
        }
        refuse(Arrays.copyOf(content, content.length + 1), "truncated or damaged");
    }

    @Test
    void shouldRefuseAFileInWhichABitHasFlipped() throws IOException {
        final byte[] content = Files.readAllBytes(file);
        final SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 200; trial++) {
            final byte[] damaged = content.clone();
            // Half of them in the heads at the beginning, which are as short as what they lead to is long.
            final int among = trial % 2 == 0 ? 80 : damaged.length - 12;
            damaged[12 + random.nextInt(among)] ^= (byte) (1 << random.nextInt(8));
            refuse(damaged, "damaged");
        }
    }
}
