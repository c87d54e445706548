package org.ranvier.testbench.energy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.rpu.Devices;

class ChipEnergyTest {
    private static final int ALWAYS = 1 << 20;
    private static final int CORES = 3;

    private final EnergyProfile profile = EnergyProfiles.load(EnergyProfiles.DEFAULT);
    private final SsnnBpChip chip = new SsnnBpChip(
            new SsnnBpMapping(SsnnBpNetwork.of(new int[] {16, 8, 4}, 64, 7, Devices.named("ideal")), ChipSpec.DEFAULT));

    @Test
    void shouldPriceAllEventsOfTrainingAndTestingApart() {
        final byte[] image = new byte[16];
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) (i * 17);
        }
        chip.learn(image, 0, 2, ALWAYS);
        final LedgerSnapshot trained = LedgerSnapshot.of(chip.chip().ledger());
        chip.classify(image, 0, 32);
        final LedgerSnapshot tested = LedgerSnapshot.of(chip.chip().ledger()).minus(trained);

        final EnergyReport training = report(trained);
        final EnergyReport testing = report(tested);

        assertThat(training.unpriced()).isEmpty();
        assertThat(training.unpricedParts()).containsExactly("chip");
        assertThat(training.count("crossbar.coincidence")).isEqualTo(chip.coincidences(1) + chip.coincidences(2));
        assertThat(training.count("crossbar.coincidence")).isPositive();
        assertThat(testing.count("crossbar.coincidence")).isZero();
        assertThat(testing.count("crossbar.read")).isPositive();
        assertThat(training.byPhase().get("update"))
                .isGreaterThan(testing.byPhase().get("update"));
        for (final String component : new String[] {"sequencer", "lanes", "memory", "random", "queues", "router"}) {
            assertThat(testing.byComponent().get(component)).as(component).isPositive();
        }
    }

    private EnergyReport report(final LedgerSnapshot counts) {
        return EnergyReport.of(
                counts, profile, 0, CORES, ChipSpec.DEFAULT.mesh().routers());
    }
}
