package org.ranvier.testbench.anytime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.train.ModelFile;

/** Models and tables of thresholds in files. */
class AnytimeModelFileTest {
    private final AnytimeModel model = AnytimeModels.random();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void save() {
        file = directory.resolve("a.model");
        AnytimeModelFile.save(file, model);
    }

    @Test
    void shouldReadWhatWasWritten() {
        final AnytimeModel read = AnytimeModelFile.load(file);
        assertThat(read.weights()).isDeepEqualTo(model.weights());
        assertThat(read.header()).usingRecursiveComparison().isEqualTo(model.header());
        assertThat(read.fingerprint()).isEqualTo(model.fingerprint());
    }

    @Test
    void shouldNameWhatIsWrongWithAFile() throws IOException {
        final byte[] content = Files.readAllBytes(file);
        refuses(
                Arrays.copyOf(content, content.length - 5),
                "truncated, " + (content.length - 5) + " of " + content.length);
        refuses(Arrays.copyOf(content, 100), "truncated, 100 of ");
        refuses(Arrays.copyOf(content, content.length + 3), "damaged, 3 bytes follow the model");
        content[content.length - 10] ^= 1;
        refuses(content, "damaged, its checksum does not match");
        refuses(new byte[20], "not a model");
        assertThatThrownBy(() -> AnytimeModelFile.load(directory.resolve("none")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> {
                    save();
                    ModelFile.load(file);
                })
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rule anytime, this command knows ssnn-bp");
    }

    private void refuses(final byte[] content, final String reason) throws IOException {
        Files.write(file, content);
        assertThatThrownBy(() -> AnytimeModelFile.load(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void shouldKeepTablesOfSeveralEpsilons() {
        final Path tables = ThresholdTables.beside(file);
        ThresholdTables.none(model)
                .with(new ThresholdTables.Table(0.05, 10, new int[] {1, 2, 3, 4, 5, 6}))
                .with(new ThresholdTables.Table(0.02, 10, new int[] {6, 5, 4, 3, 2, 1}))
                .with(new ThresholdTables.Table(0.05, 20, new int[] {0, 0, 0, 0, 0, 0}))
                .save(tables);
        final ThresholdTables read = ThresholdTables.load(tables, model);
        assertThat(read.tables()).extracting(ThresholdTables.Table::epsilon).containsExactly(0.02, 0.05);
        assertThat(read.find(0.02, tables).thresholds()).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(read.find(0.05, tables).samples()).isEqualTo(20);
        assertThatThrownBy(() -> read.find(0.1, tables))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--epsilon: 0.1 is not allowed, expected one of [0.02, 0.05]");
    }

    @Test
    void shouldRefuseTablesOfAnotherModelOrLength() throws IOException {
        final Path tables = ThresholdTables.beside(file);
        ThresholdTables.none(model)
                .with(new ThresholdTables.Table(0.05, 10, new int[] {1, 2, 3, 4, 5}))
                .save(tables);
        refusesTables(tables, "the table of epsilon 0.05 has 5 thresholds, the model has 6 ticks");
        new ThresholdTables("00000000", 6, List.of()).save(tables);
        refusesTables(tables, "belongs to model 00000000, not to " + model.fingerprint());
        Files.writeString(tables, "{\"model\": 1");
        refusesTables(tables, "no tables of thresholds");
        Files.delete(tables);
        refusesTables(tables, "no such file; ranvier calibrate writes it");
    }

    private void refusesTables(final Path tables, final String reason) {
        assertThatThrownBy(() -> ThresholdTables.load(tables, model))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(tables.toString())
                .hasMessageContaining(reason);
    }
}
