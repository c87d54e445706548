package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCommandTest {
    private static JsonNode network(final String... options) throws IOException {
        final String[] args = new String[options.length + 1];
        args[0] = "network";
        System.arraycopy(options, 0, args, 1, options.length);
        final CliRun run = CliRun.of(args);
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @ParameterizedTest
    @CsvSource({"cycle", "ideal"})
    void shouldPrintSpikesHashesAndSanaFesEnergy(final String fabric) throws IOException {
        final JsonNode result = network("pb-s", "--steps", "50", "--fabric", fabric, "--profile", "loihi-sanafe");

        assertThat(result.get("spikes").asLong()).isEqualTo(2846);
        assertThat(result.get("synaptic_events").asLong()).isEqualTo(284_600);
        assertThat(result.get("spike_hash").asText()).isEqualTo("d42ab918d4a8182f");
        assertThat(result.get("sum_v").asLong()).isEqualTo(31_685);
        assertThat(result.get("fabric").asText()).isEqualTo(fabric);
        assertThat(String.format(
                        Locale.ROOT, "%.6e", result.get("energy_j").get("total").asDouble()))
                .isEqualTo("1.954397e-05");
        assertThat(result.has("plasticity")).isFalse();
        assertThat(result.get("chip_seconds").asDouble())
                .isEqualTo(result.get("cycles").asLong() / 1e9);
        assertThat(result.get("synaptic_events_per_second").asDouble()).isPositive();
    }

    @Test
    void shouldPrintPlasticityAndPriceHardwareEventsByDefault() throws IOException {
        final JsonNode result = network("pb-p", "--steps", "100");

        assertThat(result.get("plasticity"))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"visits\": 1238400, \"nonzero_updates\": 945744, \"sum_wp\": 12800289,"
                                + " \"wp_hash\": \"c6eca91bdac90162\", \"sum_x\": 38780}"));
        assertThat(result.get("energy_profile").asText()).isEqualTo("rpu-45nm");
        assertThat(result.get("energy_j").get("memory").asDouble()).isPositive();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pb-x --steps 5 | network: pb-x is not allowed, expected pb-s, pb-m, pb-l, pb-p",
                "pb-s --steps 0 | --steps: 0 is not allowed, expected 1..16777216",
                "pb-s | Missing required option: '--steps=T'",
                "pb-s --steps 5 --fabric best | --fabric: best is not allowed, expected cycle or ideal",
                "pb-s --steps 5 --profile loihi | energy profile: loihi is not allowed, expected one of",
            })
    void shouldExitWithTwoAndOneLineWhenAnOptionIsBad(final String options, final String message) {
        final CliRun run = CliRun.of(("network " + options.strip()).split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }
}
