package org.ranvier.testbench.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;

class TraceFileTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path directory;

    @Test
    void shouldWriteNumbersAndTextOfAnySize() throws IOException {
        final long[] numbers = {0, 7, -7, 10, 12_345, Long.MAX_VALUE, Long.MIN_VALUE};
        final StringBuilder expected = new StringBuilder();
        final Path target = directory.resolve("file");
        try (TraceFile file = new TraceFile(target)) {
            for (int i = 0; i < 20_000; i++) {
                LongStream.of(numbers).forEach(number -> file.decimal(number).put(' '));
                LongStream.of(numbers).forEach(number -> expected.append(number).append(' '));
            }
            final String text = "x".repeat(200_000);
            file.text(text);
            expected.append(text);
            file.finish();
            file.complete();
        }

        assertThat(Files.readString(target)).isEqualTo(expected.toString());
    }

    @Test
    void shouldLeaveNothingThatIsNotComplete() throws IOException {
        Files.writeString(directory.resolve("file"), "before");
        try (TraceFile file = new TraceFile(directory.resolve("file"))) {
            file.text("half");
        }

        assertThat(directory.resolve("file")).hasContent("before");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void shouldTakeAwayWhatAKilledProcessLeft() throws IOException {
        final Path left = Files.writeString(directory.resolve(".file.999999999999.tmp"), "half");
        try (TraceFile file = new TraceFile(directory.resolve("file"))) {
            file.finish();
            file.complete();
        }

        assertThat(left).doesNotExist();
        assertThat(directory.resolve("file")).exists();
    }

    /** A file that takes nothing stands for a full disk. */
    @Test
    @EnabledIf("hasFull")
    void shouldNameTheFileThatTheDiskHasNoRoomFor() throws IOException {
        final Path target = directory.resolve("full.csv");
        Files.createSymbolicLink(
                directory.resolve(".full.csv." + ProcessHandle.current().pid() + ".tmp"), FULL);
        try (TraceFile file = new TraceFile(target)) {
            assertThatThrownBy(() -> file.text("x".repeat(200_000)))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("full.csv")
                    .hasMessageContaining("cannot be written");
        }
        assertThat(target).doesNotExist();
    }

    private static boolean hasFull() {
        return Files.isWritable(FULL);
    }

    @Test
    void shouldSayWhatCannotBeWritten() {
        assertThatThrownBy(() -> new TraceFile(directory.resolve("nowhere").resolve("file")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("cannot be written");
    }
}
