package org.ranvier.testbench.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;

class TraceFileTest {
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
    void shouldSayWhatCannotBeWritten() {
        assertThatThrownBy(() -> new TraceFile(directory.resolve("nowhere").resolve("file")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("cannot be written");
    }
}
