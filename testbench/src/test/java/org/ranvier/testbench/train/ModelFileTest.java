package org.ranvier.testbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;

final class ModelFileTest {
    private static final Model MODEL = new Model(
            new Model.Header("ssnn-bp", new int[] {2, 3, 2}, 16, true, 1, -7, "ideal", "mnist", 0.9362), new int[][][] {
                {{1, -2, 3}, {1 << 20, -(1 << 20), 0}, {7, 8, 9}}, {{-1, 1}, {5, 6}, {-5, -6}, {Integer.MAX_VALUE, 4}}
            });

    @TempDir
    private Path directory;

    @Test
    void shouldGiveBackTheModelWhenSavedAndLoaded() {
        ModelFile.save(file(), MODEL);
        final Model loaded = ModelFile.load(file());
        assertThat(loaded.weights()).isDeepEqualTo(MODEL.weights());
        assertThat(loaded.header()).usingRecursiveComparison().isEqualTo(MODEL.header());
    }

    @Test
    void shouldWriteTheSameBytesWhenSavedTwice() throws IOException {
        ModelFile.save(file(), MODEL);
        final byte[] first = Files.readAllBytes(file());
        ModelFile.save(file(), ModelFile.load(file()));
        assertThat(Files.readAllBytes(file()))
                .isEqualTo(first)
                .startsWith("RANVIERM".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void shouldRefuseWhenTruncatedAnywhere() throws IOException {
        final byte[] content = bytes();
        for (int length = 0; length < content.length; length++) {
            Files.write(file(), Arrays.copyOf(content, length));
            assertThatThrownBy(() -> ModelFile.load(file()))
                    .as("%d bytes", length)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageMatching(".*(truncated|not a model).*");
        }
    }

    @Test
    void shouldRefuseWhenAnyByteIsAltered() throws IOException {
        final byte[] content = bytes();
        for (int i = 0; i < content.length; i++) {
            content[i] ^= 1;
            Files.write(file(), content);
            content[i] ^= 1;
            assertThatThrownBy(() -> ModelFile.load(file()))
                    .as("byte %d", i)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(file() + ": ");
        }
    }

    @Test
    void shouldRefuseWhenBytesFollow() throws IOException {
        Files.write(file(), Arrays.copyOf(bytes(), bytes().length + 3));
        assertThatThrownBy(() -> ModelFile.load(file())).hasMessageContaining("damaged, 3 bytes follow the model");
    }

    @Test
    void shouldRefuseWhenOfAnotherVersion() throws IOException {
        final byte[] content = bytes();
        content[11] = 2;
        Files.write(file(), content);
        assertThatThrownBy(() -> ModelFile.load(file())).hasMessageEndingWith("model format 2, this program reads 1");
    }

    @Test
    void shouldRefuseWhenWeightsDoNotFitTheLayers() {
        final int[][][] tooFew = {MODEL.weights()[0]};
        assertThatThrownBy(() -> new Model(MODEL.header(), tooFew)).isInstanceOf(ConfigurationException.class);
    }

    private byte[] bytes() throws IOException {
        ModelFile.save(file(), MODEL);
        return Files.readAllBytes(file());
    }

    private Path file() {
        return directory.resolve("digits.model");
    }
}
