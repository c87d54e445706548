package org.ranvier.testbench.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;

final class OutputFileTest {
    @TempDir
    private Path directory;

    @Test
    void shouldReplaceTheFileAndLeaveNothingElseWhenWritten() throws IOException {
        final Path file = directory.resolve("a.txt");
        OutputFile.write(file, "one");
        OutputFile.write(file, "two");
        assertThat(file).hasContent("two");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void shouldRemoveWhatAKilledProcessLeftOfTheSameFile() throws IOException {
        final long me = ProcessHandle.current().pid();
        final Path left = Files.writeString(directory.resolve(".a.txt.999999999999.tmp"), "x");
        final Path live = Files.writeString(directory.resolve(".a.txt." + (me == 1 ? 2 : 1) + ".tmp"), "x");
        final Path other = Files.writeString(directory.resolve(".b.txt.999999999999.tmp"), "x");
        final Path file = directory.resolve("a.txt");

        OutputFile.write(file, "one");

        assertThat(left).doesNotExist();
        assertThat(live).exists();
        assertThat(other).exists();
        assertThat(file).hasContent("one");
    }

    @Test
    void shouldLeaveNothingWhenTheFileCannotBeReplaced() throws IOException {
        final Path occupied = Files.createDirectory(directory.resolve("a.txt"));
        Files.writeString(occupied.resolve("inside"), "x");
        assertThatThrownBy(() -> OutputFile.write(occupied, "two"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("a.txt: cannot be written");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(occupied);
        }
    }

    @Test
    void shouldRefuseWhenTheDirectoryIsAFile() throws IOException {
        final Path file = Files.writeString(directory.resolve("file"), "x");
        assertThatThrownBy(() -> OutputFile.requireDirectory("--out", file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("--out: ");
        assertThatThrownBy(() -> OutputFile.requireWritable("--save", file.resolve("m")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("--save: ");
        assertThatThrownBy(() -> OutputFile.requireWritable("--save", directory))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not a directory");
    }
}
