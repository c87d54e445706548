package org.ranvier.testbench.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;

/** A checkpoint is read back as it was written, or refused. */
class CheckpointTest {
    private static final CheckpointHeader HEADER = new CheckpointHeader(
            "1.2.3", List.of("train", "ssnn-bp", "--eta", "0.1"), "/there", Map.of("images", "abc"), 77, false);

    @TempDir
    private Path directory;

    private byte[] state;
    private Path file;
    private byte[] content;

    @BeforeEach
    void write() throws IOException {
        state = new byte[1000];
        new SplittableRandom(1).nextBytes(state);
        new Checkpoint(directory, HEADER, state).save();
        file = directory.resolve("checkpoint").resolve("state");
        content = Files.readAllBytes(file);
    }

    private void assertRefused(final byte[] changed, final String what) {
        assertThatThrownBy(() -> Checkpoint.parse(directory, changed))
                .as(what)
                .isInstanceOf(ConfigurationException.class)
                .message()
                .startsWith(file.toString())
                .doesNotContain("\n");
    }

    @Test
    void shouldReadBackWhatItWrote() {
        final Checkpoint read = Checkpoint.load(directory, "1.2.3");

        assertThat(read.header()).isEqualTo(HEADER);
        assertThat(read.state()).isEqualTo(state);
        assertThat(read.directory()).isEqualTo(directory);
    }

    @Test
    void shouldRefuseEveryFlippedBit() {
        final SplittableRandom random = new SplittableRandom(2);
        for (int at = 0; at < content.length; at++) {
            final byte[] changed = content.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertRefused(changed, "a bit of byte " + at);
        }
    }

    @Test
    void shouldRefuseEveryTruncation() {
        for (int length = 0; length < content.length; length++) {
            assertRefused(Arrays.copyOf(content, length), length + " bytes");
        }
        assertRefused(Arrays.copyOf(content, content.length + 1), "a byte too many");
    }

    @Test
    void shouldRefuseAnExchangedPart() throws IOException {
        new Checkpoint(directory, HEADER.at(78), state).save();
        final byte[] other = Files.readAllBytes(file);
        final int middle = content.length / 2;
        System.arraycopy(content, middle, other, middle, content.length - middle);

        assertRefused(other, "two halves");
    }

    @Test
    void shouldRefuseAnotherVersion() {
        assertThatThrownBy(() -> Checkpoint.load(directory, "1.2.4"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file
                        + ": written by version 1.2.3 of the program, this is 1.2.4; the run must be resumed by the"
                        + " version that began it");
    }

    @Test
    void shouldSayWhenThereIsNone(@TempDir final Path empty) {
        assertThatThrownBy(() -> Checkpoint.load(empty, "1.2.3"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(empty + ": there is no checkpoint in it; a run with --checkpoint-every leaves one");
    }

    @Test
    void shouldKeepTheOneBeforeUntilTheNextIsWhole() throws IOException {
        final Path temporary = file.resolveSibling("state.tmp");
        Files.write(temporary, Arrays.copyOf(content, 50));

        assertThat(Checkpoint.load(directory, "1.2.3").header().samples()).isEqualTo(77);
        new Checkpoint(directory, HEADER.at(90), state).save();
        assertThat(Checkpoint.load(directory, "1.2.3").header().samples()).isEqualTo(90);
        assertThat(temporary).doesNotExist();
    }
}
