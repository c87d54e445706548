package org.ranvier.testbench.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
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

/** The golden vector of the encoder and the leaky integrate-and-fire network, bit for bit on the chip. */
class AnytimeGoldenTest {
    private static final ImageSet IMAGES = DataSets.load("mnist", null).train();
    private static final String VECTOR = "fostr_golden.json";

    @Test
    void shouldReproduceEveryKeyOfTheVector() throws IOException {
        final JsonMapper mapper = new JsonMapper();
        final JsonNode vector = mapper.readTree(AnytimeGoldenTest.class.getResourceAsStream(VECTOR));
        for (final FabricKind fabric : FabricKind.values()) {
            final AnytimeGolden golden = new AnytimeGolden(ChipSpec.DEFAULT.withFabric(fabric));
            for (int image = 0; image < 3; image++) {
                final Map<String, Object> result = golden.run(IMAGES, image);
                assertThat(result).hasSize(8);
                final JsonNode expected = vector.get(SampleFile.key(image));
                for (final Map.Entry<String, Object> entry : result.entrySet()) {
                    assertThat(mapper.readTree(Json.line(entry.getValue())))
                            .as("sample %d %s", image, entry.getKey())
                            .isEqualTo(expected.get(entry.getKey()));
                }
            }
        }
    }

    @Test
    void shouldNameFileAndImageWhenTheSetDoesNotHaveIt(@TempDir final Path directory) throws IOException {
        final Path file = directory.resolve("vector.json");
        Files.writeString(file, "{\"sample7\": {}, \"note\": 1, \"sample10000\": {}}");

        assertThatThrownBy(() -> SampleFile.read(file).images(IMAGES))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("sample10000 is not among the 10000 images of mnist train");

        Files.writeString(file, "{\"samples\": {}}");
        assertThatThrownBy(() -> SampleFile.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no key of the form sampleN");
    }
}
