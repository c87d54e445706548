package org.ranvier.testbench.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.train.Json;

/** The golden vector of encoder, integrate-and-fire layer and gain tables, bit for bit on the chip. */
class FoStdgdGoldenTest {
    private static final ImageSet IMAGES = DataSets.load("mnist", null).train();
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private Path directory;

    private static InputStream vector() {
        return FoStdgdGoldenTest.class.getResourceAsStream("fostr_golden.json");
    }

    @Test
    void shouldReproduceEveryKeyOfTheVector() throws IOException {
        final JsonNode vector = MAPPER.readTree(vector());
        for (final FabricKind fabric : FabricKind.values()) {
            final FoStdgdGolden golden = new FoStdgdGolden(ChipSpec.DEFAULT.withFabric(fabric));
            for (int image = 0; image < 3; image++) {
                final Map<String, Object> result = golden.run(IMAGES, image);
                assertThat(result).hasSize(8);
                final JsonNode expected = vector.get(SampleFile.key(image));
                for (final Map.Entry<String, Object> entry : result.entrySet()) {
                    assertThat(MAPPER.readTree(Json.line(entry.getValue())))
                            .as("sample %d %s", image, entry.getKey())
                            .isEqualTo(expected.get(entry.getKey()));
                }
            }
        }
    }

    @Test
    void shouldHoldTheGainTablesOfTheVectorInMemory() throws IOException {
        final Path file = directory.resolve("v.json");
        Files.copy(vector(), file);
        final Map<String, Object> tables = GainTables.read(file).run(ChipSpec.DEFAULT);
        assertThat(tables).hasSize(1);
        tables.forEach((key, table) -> {
            try {
                assertThat(MAPPER.readTree(Json.line(table)))
                        .isEqualTo(MAPPER.readTree(vector()).get(key));
            } catch (final IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void shouldTakeEpsilonFromTheKeyAndRefuseOrdersOutOfRange() throws IOException {
        final Path file = directory.resolve("v.json");
        Files.writeString(file, "{\"gain_tables_eps1e-2\": {\"1.9\": []}}");
        final Map<?, ?> table =
                (Map<?, ?>) GainTables.read(file).run(ChipSpec.DEFAULT).get("gain_tables_eps1e-2");
        // (2^-12 + 0.01)^-0.9 / Gamma(0.1) = 63.09 / 9.5135 * 64 / ...: the cap of A.8 is 6.6, less the LSB's share.
        assertThat(((int[]) table.get("1.9"))[0]).isBetween(405, 422);

        Files.writeString(file, "{\"gain_tables\": {\"2.0\": []}}");
        assertThatThrownBy(() -> GainTables.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("gain_tables: 2.0 is not allowed, expected a number above 0 and below 2");
        Files.writeString(file, "{\"gain_tables\": {\"two\": []}}");
        assertThatThrownBy(() -> GainTables.read(file)).hasMessageContaining("'two' is no order");
    }
}
