package org.ranvier.testbench.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.ranvier.core.array.SramEvents;
import org.ranvier.core.cpu.CoreEvents;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.error.ConfigurationException;

class EnergyReportTest {
    private static final Origin ORIGIN = new Origin("test", OptionalDouble.of(45), OptionalDouble.of(1), "");
    private static final int SCALAR_OP = 1;
    private static final int READ_WORD = 5;
    private static final int PUSH = 8;

    private final Ledger ledger = new Ledger();
    private final LedgerRow forward = ledger.open("core[0]", EnergyPhase.FORWARD, CoreEvents.kinds());
    private final LedgerRow update = ledger.open("core[0]", EnergyPhase.UPDATE, CoreEvents.kinds());
    private final LedgerRow other = ledger.open("core[1]", EnergyPhase.FORWARD, CoreEvents.kinds());

    @Test
    void shouldAddCountsTimesPricesAndStaticPowerTimesTime() {
        forward.counts()[READ_WORD] = 1_000;
        other.counts()[READ_WORD] = 500;
        update.counts()[READ_WORD] = 200;
        update.counts()[SCALAR_OP] = 30;

        final EnergyReport report = EnergyReport.of(ledger, profile(Map.of(ChipPart.CORE, 0.5)), 1e-6, 2, 0);

        // 1700 x 40 pJ + 30 x 0.1 pJ + 2 x 0.5 W x 1 us
        assertThat(report.joules()).isCloseTo(68.003e-9 + 1e-6, within(1e-20));
        assertThat(report.byComponent()).containsOnlyKeys("memory", "sequencer", "static.core");
        assertThat(report.byComponent().get("memory")).isCloseTo(68e-9, within(1e-22));
        assertThat(report.byComponent().get("sequencer")).isCloseTo(3e-12, within(1e-26));
        assertThat(report.byComponent().get("static.core")).isCloseTo(1e-6, within(1e-20));
        assertThat(List.copyOf(report.byPhase().keySet())).containsExactly("forward", "update", "idle");
        assertThat(report.byPhase().get("forward")).isCloseTo(60e-9, within(1e-22));
        assertThat(report.byPhase().get("update")).isCloseTo(8.003e-9, within(1e-23));
        assertThat(report.byPhase().get("idle")).isCloseTo(1e-6, within(1e-20));
        assertThat(report.count("memory.read_word")).isEqualTo(1_700);
    }

    @Test
    void shouldNameWhatHasNoPriceAndLeaveItOut() {
        forward.counts()[PUSH] = 7;
        other.counts()[PUSH] = 2;

        final EnergyReport report = EnergyReport.of(ledger, profile(Map.of(ChipPart.CORE, 0.5)), 0, 1, 3);

        assertThat(report.joules()).isZero();
        assertThat(report.unpriced()).containsExactly(entry("queue.push", 9L));
        assertThat(report.unpricedParts()).containsExactly("router", "chip");
        assertThat(report.byComponent()).doesNotContainKey("queues");
        assertThat(report.complete()).isFalse();
        assertThat(report.events())
                .filteredOn(event -> event.kind().name().equals("queue.push"))
                .singleElement()
                .satisfies(event -> assertThat(event.joules()).isEmpty());
    }

    @Test
    void shouldBeCompleteWhenAllThatHappenedHasPrice() {
        forward.counts()[READ_WORD] = 1;

        final EnergyProfile profile = profile(Map.of(ChipPart.CORE, 1.0, ChipPart.ROUTER, 2.0, ChipPart.CHIP, 4.0));
        final EnergyReport report = EnergyReport.of(ledger, profile, 2, 3, 5);

        assertThat(report.complete()).isTrue();
        assertThat(report.byPhase().get("idle")).isEqualTo(2 * (3 * 1.0 + 5 * 2.0 + 4.0));
    }

    @Test
    void shouldLeaveIdleOutWhenNoStaticPowerIsKnown() {
        ledger.open("core[0].array", EnergyPhase.IDLE, SramEvents.kinds());
        forward.counts()[READ_WORD] = 1;

        final EnergyReport report = EnergyReport.of(ledger, profile(Map.of()), 1, 1, 1);

        assertThat(report.byPhase()).doesNotContainKey("idle");
        assertThat(report.unpricedParts()).containsExactly("core", "router", "chip");
    }

    @Test
    void shouldNotDependOnTheOrderOfRows() {
        forward.counts()[READ_WORD] = 333_333;
        update.counts()[SCALAR_OP] = 777_777;
        other.counts()[SCALAR_OP] = 123_457;
        final EnergyProfile profile = profile(Map.of());

        final EnergyReport one = EnergyReport.of(LedgerSnapshot.of(List.of(forward, update, other)), profile, 0, 2, 0);
        final EnergyReport two = EnergyReport.of(LedgerSnapshot.of(List.of(other, forward, update)), profile, 0, 2, 0);

        assertThat(two).isEqualTo(one);
    }

    @Test
    void shouldPriceTheDifferenceOfTwoSnapshots() {
        forward.counts()[READ_WORD] = 100;
        final LedgerSnapshot trained = LedgerSnapshot.of(ledger);
        forward.counts()[READ_WORD] += 25;
        update.counts()[SCALAR_OP] += 10;

        final LedgerSnapshot tested = LedgerSnapshot.of(ledger).minus(trained);
        final EnergyReport report = EnergyReport.of(tested, profile(Map.of()), 0, 1, 1);

        // 25 x 40 pJ + 10 x 0.1 pJ
        assertThat(report.joules()).isCloseTo(1.001e-9, within(1e-24));
        assertThat(EnergyReport.of(trained, profile(Map.of()), 0, 1, 1).joules())
                .isCloseTo(4e-9, within(1e-23));
    }

    @Test
    void shouldRefuseSnapshotsInTheWrongOrder() {
        final LedgerSnapshot before = LedgerSnapshot.of(ledger);
        forward.counts()[READ_WORD] = 3;
        final LedgerSnapshot after = LedgerSnapshot.of(ledger);

        assertThatThrownBy(() -> before.minus(after))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("core[0] counts fewer memory.read_word events than the snapshot said to be earlier, by 3");
    }

    @Test
    void shouldRefuseTimeThatIsNotTime() {
        assertThatThrownBy(() -> EnergyReport.of(ledger, profile(Map.of()), Double.NaN, 1, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("chip seconds: NaN is not allowed");
    }

    private static EnergyProfile profile(final Map<ChipPart, Double> watts) {
        final Map<ChipPart, StaticPower> statics = new LinkedHashMap<>();
        watts.forEach((part, power) -> statics.put(part, new StaticPower(power, ORIGIN)));
        return new EnergyProfile(
                "test",
                "two prices",
                OptionalDouble.of(45),
                OptionalDouble.of(1),
                false,
                Vocabulary.EVENTS,
                Map.of("memory.read_word", new Price(40, ORIGIN), "sequencer.scalar_op", new Price(0.1, ORIGIN)),
                statics,
                Map.of());
    }
}
