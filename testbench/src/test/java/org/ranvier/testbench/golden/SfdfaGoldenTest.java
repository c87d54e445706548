package org.ranvier.testbench.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.testbench.train.Json;

/** The chip against a vector of the integer model: every integer of one sample, and the weights it learns. */
class SfdfaGoldenTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    private ObjectNode vector;

    @BeforeEach
    void readVector() throws IOException {
        try (InputStream json = SfdfaGoldenTest.class.getResourceAsStream("sfdfa_chip.json")) {
            vector = (ObjectNode) JSON.readTree(json);
        }
    }

    private JsonNode run(final ChipSpec chip) throws IOException {
        final Path file = directory.resolve("v.json");
        Files.writeString(file, vector.toString());
        return JSON.readTree(Json.line(new SfdfaGolden(SfdfaVector.read(file), chip).run()));
    }

    @Test
    void shouldReproduceEveryIntegerWhenTheVectorRuns() throws IOException {
        final JsonNode found = run(ChipSpec.DEFAULT);
        for (final String key : new String[] {"hidden_spikes", "out_spikes", "state_end", "e", "B_after"}) {
            assertThat(found.get(key)).as(key).isEqualTo(vector.get(key));
        }
        assertWithinOne("w1_after", found);
        assertWithinOne("w2_after", found);
    }

    @Test
    void shouldNotDependOnTheFabric() throws IOException {
        assertThat(run(ChipSpec.DEFAULT.withFabric(FabricKind.IDEAL))).isEqualTo(run(ChipSpec.DEFAULT));
    }

    /** Rounding is stochastic, so either neighbour is right. */
    private void assertWithinOne(final String key, final JsonNode found) {
        for (int row = 0; row < vector.get(key).size(); row++) {
            final JsonNode expected = vector.get(key).get(row);
            for (int column = 0; column < expected.size(); column++) {
                assertThat(found.get(key).get(row).get(column).asInt())
                        .as("%s[%d][%d]", key, row, column)
                        .isBetween(
                                expected.get(column).asInt() - 1,
                                expected.get(column).asInt() + 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target_label | 2           | target_label",
                "in_spikes    | {'100':[0]} | in_spikes: 100 is not allowed, expected steps 0..99",
                "in_spikes    | {'1':[4]}   | in_spikes",
                "in_spikes    | {'1':[2,2]} | axon 2 spikes twice in one step",
                "p            | [1,0,1]     | expected +1 or -1",
                "w2           | [[1,2]]     | w2",
                "km           | [7]         | km"
            })
    void shouldNameTheKeyWhenTheVectorIsWrong(final String key, final String json, final String message)
            throws IOException {
        vector.set(key, JSON.readTree(json.replace('\'', '"')));
        assertThatThrownBy(() -> run(ChipSpec.DEFAULT))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void shouldNameTheKeyWhenItIsMissing() {
        vector.remove("theta2");
        assertThatThrownBy(() -> run(ChipSpec.DEFAULT)).hasMessageContaining("key 'theta2' is missing");
    }

    @Test
    void shouldLeaveWeightsAloneWhenNothingFires() throws IOException {
        vector.set("in_spikes", JSON.createObjectNode());
        final JsonNode found = run(ChipSpec.DEFAULT);
        assertThat(found.get("hidden_spikes")).isEqualTo(new ArrayNode(JSON.getNodeFactory()));
        assertThat(found.get("w1_after")).isEqualTo(vector.get("w1"));
        assertThat(found.get("w2_after")).isEqualTo(vector.get("w2"));
    }
}
