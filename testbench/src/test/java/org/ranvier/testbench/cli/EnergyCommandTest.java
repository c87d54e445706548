package org.ranvier.testbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ranvier.testbench.energy.EnergyProfiles;

class EnergyCommandTest {
    @Test
    void shouldListEveryProfileWithWhatItPrices() {
        final CliRun run = CliRun.of("energy", "list");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines().skip(1).limit(EnergyProfiles.names().size()))
                .zipSatisfy(
                        EnergyProfiles.names(), (line, name) -> assertThat(line).startsWith(name + " "));
        assertThat(run.out()).containsPattern("truenorth +operations +1 of 16 +28 nm +0\\.8 V +Akopyan");
    }

    @ParameterizedTest
    @MethodSource("org.ranvier.testbench.energy.EnergyProfiles#names")
    void shouldShowEveryNumberOfEveryProfile(final String name) {
        final CliRun run = CliRun.of("energy", "show", name);

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith(name + System.lineSeparator());
        assertThat(EnergyProfiles.load(name).prices().keySet())
                .allSatisfy(event -> assertThat(run.out()).containsPattern("(?m)^" + event + " +[0-9.]+ pJ "));
    }

    @Test
    void shouldShowWhatAPriceCoversAndWhatIsMissing() {
        final CliRun run = CliRun.of("energy", "show", "truenorth");

        assertThat(run.out())
                .containsPattern("(?m)^synapse\\.event +2\\.297 pJ +28 nm +0\\.8 V  Akopyan")
                .contains("    covers neuron.update_active, ")
                .containsPattern("(?m)^static\\.chip +0\\.06443 W ")
                .containsPattern("(?m)^no price: chip\\.active_us, chip\\.cycle, .*synapse\\.update$");
    }

    @Test
    void shouldShowTimesByTiles() {
        assertThat(CliRun.of("energy", "show", "loihi-davies2018").out())
                .containsPattern("(?m)^barrier\\.sync, tiles: 32 +465 ns +14 nm +0\\.75 V  Davies")
                .containsPattern("(?m)^hop\\.north_south +6\\.5 ns ");
    }

    @Test
    void shouldSuggestTheNearestProfile() {
        final CliRun run = CliRun.of("energy", "show", "loihi-sana");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("energy profile: loihi-sana is not allowed, expected one of rpu-45nm, ")
                .contains("did you mean 'loihi-sanafe'?");
    }

    @Test
    void shouldRefuseProfileOfOperationsForARunThatCountsEvents() {
        final CliRun run = CliRun.of("train", "ssnn-bp", "--profile", "loihi-sanafe");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("loihi-sanafe is not allowed, expected a profile of hardware events");
    }
}
