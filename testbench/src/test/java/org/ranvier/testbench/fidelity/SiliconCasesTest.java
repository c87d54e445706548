package org.ranvier.testbench.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.energy.Operation;

class SiliconCasesTest {
    private static final String GOOD = """
            - name: mine
              profile: odin
              relation: other source
              census: {synapse.event: [3, 1_000_000], chip.cycle: 10}
              seconds: 2
              parts: {chip: 1}
              compare: power
              published: 40
              unit: uW
              bound_percent: "0.15"
              source: a meter
              note: a test
            """;

    @TempDir
    private Path folder;

    /** Models by hand: ODIN (27.3 + 1.78 f + 8.43 r) uW, TrueNorth 64.43 mW + 2.297 pJ r, Loihi 23.6 pJ and 52 pJ. */
    @ParameterizedTest
    @CsvSource({
        "odin-accelerated, 476.925, -0.02",
        "odin-biological, 35.0935, 0.27",
        "odin-per-event, 12.718, 0.1",
        "truenorth-12hz, 68.0001, 0.00",
        "truenorth-20hz, 70.6176, -0.54",
        "truenorth-96hz, 94.0050, 0.01",
        "truenorth-merolla, 70.5960, -1.95",
        "loihi-knn-low, 1.448532, 8.9",
        "loihi-knn-high, 1.598976, 20.2",
        "loihi-static, 3.328, -0.4",
        "loihi-barrier-1, 113, 0.00",
        "loihi-barrier-32, 465, 0.00",
        "spinnaker1-idle, 0.36, 0.00",
        "spinnaker1-active, 1, 0.00",
    })
    void shouldGiveTheErrorThatThePublicationsLeave(final String name, final double model, final String error) {
        final Outcome outcome = outcome(name);

        assertThat(outcome.model()).isCloseTo(model, within(1e-4));
        assertThat(outcome.errorPercent()).isEqualByComparingTo(error);
        assertThat(outcome.within()).isTrue();
    }

    @Test
    void shouldHaveNoOtherCase() {
        assertThat(SiliconCases.builtIn().all()).hasSize(14);
    }

    @ParameterizedTest
    @CsvSource({
        "truenorth-12hz, -40.6",
        "truenorth-96hz, 256.1",
        "odin-biological, -76.4",
        "loihi-knn-low, 54.5",
        "loihi-knn-high, 71.5",
    })
    void shouldShowWhatAConstantOrAnotherProfileWouldCost(final String name, final String error) {
        assertThat(outcome(name).shortcutPercent().orElseThrow()).isEqualByComparingTo(error);
    }

    @Test
    void shouldReadCasesOfAUser() throws IOException {
        final SiliconCase silicon = read(GOOD).all().get(0);
        final Outcome outcome = Outcome.of(silicon);

        assertThat(silicon.census().count(Operation.SYNAPSE_EVENT)).isEqualTo(3_000_000);
        assertThat(outcome.model()).isCloseTo(27.3 + 1.78e-6 * 5 + 8.43 * 1.5, within(1e-9));
        assertThat(outcome.errorPercent()).isEqualByComparingTo("-0.14");
        assertThat(outcome.within()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-0.14, 0.14, true", "-0.14, 0.13, false", "-0.1, 0.1, true", "-0.137, 0.136, false"})
    void shouldRoundTheErrorToTheDecimalsOfItsBound(final String error, final String bound, final boolean within)
            throws IOException {
        final Outcome outcome =
                Outcome.of(read(GOOD.replace("0.15", bound)).all().get(0));

        assertThat(outcome.errorPercent()).isEqualTo(error);
        assertThat(outcome.within()).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "census: {synapse.event, census: {synapse.evnt, 'unknown operation, expected one of', did you mean 'synapse.event'",
        "'[3, 1_000_000]', '[3_000_000_000, 4_000_000_000]', census.synapse.event, 2^63 - 1",
        "'[3, 1_000_000]', -1, census.synapse.event, whole number",
        "parts: {chip, parts: {board, parts.board, 'core, router, chip'",
        "compare: power, compare: speed, compare, barrier time",
        "unit: uW, unit: uJ, unit, W after p",
        "unit: uW, unit: kW, unit, W after p",
        "published: 40, published: 0, published, a number",
        "'\"0.15\"', 0.15, bound_percent, in quotes",
        "relation: other source, relation: none, relation, held out",
        "profile: odin, profil: odin, profil, unknown key",
        "'  seconds: 2\n', '  hours: 2\n', hours, unknown key",
    })
    void shouldNamePlaceThatIsWrong(final String from, final String to, final String key, final String explanation) {
        assertThat(GOOD).contains(from);
        assertThatThrownBy(() -> read(GOOD.replace(from, to)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cases.yaml:")
                .hasMessageContaining(key)
                .hasMessageContaining(explanation)
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldSayWhichPricesAProfileLacks() throws IOException {
        final SiliconCase silicon =
                read(GOOD.replace("odin", "loihi-sanafe")).all().get(0);

        assertThatThrownBy(() -> Outcome.of(silicon))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("mine: profile loihi-sanafe has no price for chip.cycle, static power of the chip");
    }

    @Test
    void shouldRefuseBarrierOfSoManyTilesThatNobodyPublished() throws IOException {
        final String barrier = GOOD.replace("odin", "loihi-davies2018")
                .replace("compare: power", "compare: barrier time\n  tiles: 2")
                .replace("unit: uW", "unit: ns");

        assertThatThrownBy(() -> Outcome.of(read(barrier).all().get(0)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("mine: tiles: 2 is not allowed, expected tiles for which loihi-davies2018 has a time");
    }

    @Test
    void shouldRefuseTwoCasesOfOneName() {
        assertThatThrownBy(() -> read(GOOD + GOOD))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the case mine is there twice");
    }

    private static Outcome outcome(final String name) {
        return Outcome.of(SiliconCases.builtIn().named(List.of(name)).get(0));
    }

    private SiliconCases read(final String text) throws IOException {
        final Path file = folder.resolve("cases.yaml");
        Files.writeString(file, text);
        return SiliconCases.read(file);
    }
}
