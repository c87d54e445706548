package org.ranvier.testbench.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Energy of the benchmark networks against the totals that SANA-FE prints for them. */
class SanaFeParityTest {
    private static final EnergyProfile PROFILE = EnergyProfiles.load("loihi-sanafe", Vocabulary.OPERATIONS);

    @ParameterizedTest
    @CsvSource({"1000, 4.414678e-04", "50, 1.954397e-05"})
    void shouldEqualTotalOfSmallNetwork(final int steps, final String joules) {
        final EnergyReport report = price(small(steps), PROFILE);

        assertThat(digits(report.joules())).isEqualTo(joules);
        assertThat(report.unpriced()).isEmpty();
    }

    @Test
    void shouldEqualTotalOfLargeNetwork() {
        final AnalyticTime time = new AnalyticTime(PROFILE, 128, 32);
        final Census census = new BenchmarkCensus(16_384, 64, 257, 128, core -> core / 4).run(50, time);

        assertThat(census.count(Operation.SYNAPSE_EVENT)).isEqualTo(2_979_200);
        assertThat(digits(price(census, PROFILE).joules())).isEqualTo("5.384077e-04");
        assertThat(time.seconds()).as("printed with three digits").isCloseTo(0.575e-3, within(0.5e-6));
    }

    @Test
    void shouldEqualEachPartOfSmallNetwork() {
        final Census census = small(1000);
        final EnergyReport report = price(census, PROFILE);

        assertThat(census.count(Operation.NEURON_SPIKE)).isEqualTo(65_973);
        assertThat(census.count(Operation.MESSAGE_SEND)).isEqualTo(1_055_568);
        assertThat(census.count(Operation.HOP_EAST_WEST)).isEqualTo(2_763_444);
        assertThat(census.count(Operation.HOP_NORTH_SOUTH)).isEqualTo(1_055_568);
        assertThat(report.byComponent()).containsOnlyKeys("synapse", "soma", "network");
        assertThat(digits(report.byComponent().get("synapse"))).isEqualTo("2.342042e-04");
        assertThat(digits(report.byComponent().get("soma"))).isEqualTo("7.737193e-05");
        assertThat(digits(report.byComponent().get("network"))).isEqualTo("1.298918e-04");
    }

    @Test
    void shouldSayWhatTheDesignersTableHasNoPriceFor() {
        final EnergyReport report = price(small(50), EnergyProfiles.load("loihi-davies2018", Vocabulary.OPERATIONS));

        assertThat(report.unpriced()).containsOnlyKeys("message.receive", "message.send", "neuron.spike");
    }

    @Test
    void shouldEqualTimeOfSmallNetwork() {
        final AnalyticTime time = new AnalyticTime(PROFILE, 16, 16);
        new BenchmarkCensus(1000, 100, 11, 16, core -> 2 * core).run(1000, time);

        assertThat(digits(time.seconds())).isEqualTo("4.125351e-03");
    }

    private static Census small(final int steps) {
        final AnalyticTime unused = new AnalyticTime(PROFILE, 16, 16);
        return new BenchmarkCensus(1000, 100, 11, 16, core -> 2 * core).run(steps, unused);
    }

    private static EnergyReport price(final Census census, final EnergyProfile profile) {
        return EnergyReport.of(census, profile, 0, Map.of());
    }

    private static String digits(final double joules) {
        return String.format(Locale.ROOT, "%.6e", joules);
    }
}
