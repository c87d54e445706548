package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code train fo-stdgd} and {@code map fo-stdgd}. */
class FoStdgdCommandsTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"rank1, sram", "exact, sram", "separable, GokmenVlasov"})
    void shouldReportCostsOfEveryEligibility(final String eligibility, final String device) throws IOException {
        final CliRun run = CliRun.line("train fo-stdgd --hidden 12 --train-samples 30 --test-samples 5 --epochs 1"
                + " --fabric ideal --eligibility " + eligibility + " --out " + directory);
        assertThat(run.code()).as(run.err()).isZero();
        final JsonNode summary =
                new JsonMapper().readTree(directory.resolve("summary.json").toFile());
        assertThat(summary.get("rule").asText()).isEqualTo("fo-stdgd");
        assertThat(summary.get("device").asText()).isEqualTo(device);
        assertThat(summary.get("weight_updates").asLong()).isPositive();
        assertThat(summary.get("energy_per_update_j").asDouble()).isPositive();
        assertThat(summary.get("cycles_per_update").asDouble()).isPositive();
        assertThat(summary.get("spikes").get("gradient_hidden_1").asLong()).isPositive();
        assertThat(summary.get("options").get("order").asDouble()).isEqualTo(1.9);
        assertThat(summary.get("options").get("eligibility").asText()).isEqualTo(eligibility);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--order 2              | --order: 2.0 is not allowed, expected a number above 0 and below 2",
                "--order 0              | --order: 0.0 is not allowed, expected a number above 0 and below 2",
                "--order=-1.5           | --order: -1.5 is not allowed, expected a number above 0 and below 2",
                "--order NaN            | --order: NaN is not allowed, expected a number above 0 and below 2",
                "--eligibility rank2    | --eligibility: rank2 is not allowed, expected rank1, exact, separable",
                "--hold maybe           | --hold: maybe is not allowed, expected on or off",
                "--rounding up          | --rounding: up is not allowed, expected stochastic or nearest",
                "--mu 0                 | --mu: 0.0 is not allowed",
                "--eps 0                | --eps: 0.0 is not allowed",
                "--clip 2               | --clip: 2.0 is not allowed",
                "--steps 256            | --steps: 256 is not allowed, expected 1..255",
                "--gain 1               | --gain: [1.0] is not allowed, expected two numbers",
                "--device ideal         | --device: synapses are words of memory",
                "--wear                 | --wear: synapses are words of memory"
            })
    void shouldSayWhatIsWrongInOneLine(final String options, final String message) {
        final CliRun run = CliRun.line("train fo-stdgd " + options);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("ranvier: " + message).hasLineCount(1);
    }

    @Test
    void shouldMapByMemoryOrByColumns() {
        assertThat(CliRun.line("map fo-stdgd").out()).contains("4 of 16 cores").contains("layer 1, tile 1 of 2");
        assertThat(CliRun.line("map fo-stdgd --eligibility separable").out()).contains("3 of 16 cores");
        final CliRun tooMany = CliRun.line("map fo-stdgd --hidden 3000");
        assertThat(tooMany.code()).isEqualTo(2);
        assertThat(tooMany.err()).contains("the network needs").contains("use a larger mesh or core memory");
    }

    @Test
    void shouldTabulateOrdersAndCompareTheChip() throws IOException {
        final Path csv = directory.resolve("cells.csv");
        final CliRun run = CliRun.line("validate fo-stdgd --orders 1,1.9 --seeds 1,2 --hidden 8 --train-samples 30"
                + " --test-samples 20 --epochs 1 --on-chip --fabric ideal --out " + csv);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Every order at mu = 1.0E-4:")
                .contains("over order 1.")
                .contains("Every order at the best of its rates:")
                .contains("every weight equal to the model's");
        // A header, two cells at the fixed rate, three or more around each order's own rate.
        assertThat(Files.readAllLines(csv)).hasSizeGreaterThanOrEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--orders 1,2               | --orders: 2.0 is not allowed, expected a number above 0 and below 2",
                "--eligibility separable    | --eligibility: separable is not allowed, expected rank1 or exact",
                "--train-samples 10001      | --train-samples: 10001 is not allowed, expected 1..10000",
                "--fixed-mu=-1              | --mu: -1.0 is not allowed"
            })
    void shouldSayWhatCannotBeValidated(final String options, final String message) {
        final CliRun run = CliRun.line("validate fo-stdgd " + options);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("ranvier: " + message).hasLineCount(1);
    }
}
