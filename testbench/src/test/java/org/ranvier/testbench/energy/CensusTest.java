package org.ranvier.testbench.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ranvier.core.error.ConfigurationException;

class CensusTest {
    private static final EnergyProfile TRUENORTH = EnergyProfiles.load("truenorth", Vocabulary.OPERATIONS);

    private final Census census = new Census();

    @Test
    void shouldAddCountsUp() {
        census.add(Operation.NEURON_SPIKE, 3).add(Operation.NEURON_SPIKE, 4).add(Operation.SYNAPSE_EVENT, 0);

        assertThat(census.count(Operation.NEURON_SPIKE)).isEqualTo(7);
        assertThat(census.count(Operation.SYNAPSE_UPDATE)).isZero();
        assertThat(census.snapshot().counts()).hasSize(2);
    }

    @Test
    void shouldRefuseNegativeCount() {
        assertThatThrownBy(() -> census.add(Operation.NEURON_SPIKE, -1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("neuron.spike: -1 is not allowed, expected a count of at least 0");
    }

    @Test
    void shouldAddStaticPowerOfAsManyPartsAsThereAre() {
        census.add(Operation.SYNAPSE_EVENT, 1_000_000_000);

        final EnergyReport report = EnergyReport.of(census, TRUENORTH, 2, Map.of(ChipPart.CHIP, 3));

        assertThat(report.joules()).isCloseTo(2.297e-3 + 2 * 3 * 64.43e-3, within(1e-15));
        assertThat(report.byComponent()).containsOnlyKeys("static.chip", "synapse");
        assertThat(report.complete()).isTrue();
    }

    @Test
    void shouldNotMissWhatACountedPriceCovers() {
        census.add(Operation.SYNAPSE_EVENT, 1).add(Operation.NEURON_SPIKE, 5).add(Operation.SYNAPSE_UPDATE, 2);

        assertThat(EnergyReport.of(census, TRUENORTH, 0, Map.of()).unpriced())
                .containsExactly(entry("synapse.update", 2L));
    }

    @Test
    void shouldMissWhatAPriceCoversThatWasNeverPaid() {
        census.add(Operation.NEURON_SPIKE, 5);

        assertThat(EnergyReport.of(census, TRUENORTH, 0, Map.of()).unpriced())
                .containsExactly(entry("neuron.spike", 5L));
    }

    @Test
    void shouldMissStaticPowerUnlessAPriceCoversIt() {
        census.add(Operation.SYNAPSE_EVENT, 1);

        assertThat(report("truenorth-aggregate").unpricedParts()).isEmpty();
        assertThat(report("loihi-sanafe").unpricedParts()).containsExactly("chip");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void shouldKnowEveryOperationByItsName(final Operation operation) {
        assertThat(Operation.named(operation.kind().name())).contains(operation);
        assertThat(EventCatalog.kinds()).doesNotContainKey(operation.kind().name());
    }

    private EnergyReport report(final String profile) {
        return EnergyReport.of(
                census, EnergyProfiles.load(profile, Vocabulary.OPERATIONS), 1, Map.of(ChipPart.CHIP, 1));
    }
}
