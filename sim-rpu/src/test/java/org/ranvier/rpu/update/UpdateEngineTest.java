package org.ranvier.rpu.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.IdealDevice;

class UpdateEngineTest {
    private static final double STEP = 1.0 / 1024;
    private static final UpdateSpec PLAIN =
            UpdateSpec.defaults().withBl(10, true).withManagement(false, false);
    private static final float[] X = {1, 0, -0.5f};
    private static final float[] D = {-1, 0.25f};

    private final ArraySite site = new ArraySite(3, 2, 5, 1);
    private final Cells cells = new IdealDevice(STEP, 0, 1).build(site);
    private final Tally tally = new Tally();

    @Test
    void shouldRaiseWeightsByThePulsesItReportsWhenProductsArePositive() {
        final UpdateEngine engine = new UpdateEngine(PLAIN, site);
        for (int update = 0; update < 20; update++) {
            final Cells fresh = new IdealDevice(STEP, 0, 1).build(site);
            final long before = tally.coincidences;
            assertThat(engine.update(fresh, STEP, X, D, 10 * STEP, 10 * update, tally))
                    .isEqualTo(10);
            long pulses = 0;
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 2; column++) {
                    final double change = fresh.state(row, column) / STEP;
                    assertThat(change * X[row] * D[column]).isGreaterThanOrEqualTo(0);
                    pulses += Math.round(Math.abs(change));
                }
            }
            assertThat(pulses).isEqualTo(tally.coincidences - before);
            assertThat(fresh.state(0, 0)).isEqualTo(-10 * STEP);
            assertThat(fresh.state(1, 0)).isZero();
        }
        assertThat(tally.slots).isEqualTo(200);
        // Two active rows and columns decide in every slot; the first of each always pulses.
        assertThat(tally.draws).isEqualTo(200 * 4);
        assertThat(tally.rowPulses).isBetween(200L + 60, 200L + 140);
        assertThat(tally.columnPulses).isBetween(200L + 20, 200L + 90);
    }

    @Test
    void shouldTurnDirectionsRoundWhenTheRateIsNegative() {
        new UpdateEngine(PLAIN, site).update(cells, STEP, X, D, -10 * STEP, 0, tally);
        assertThat(cells.state(0, 0)).isEqualTo(10 * STEP);
    }

    @Test
    void shouldContinueInFurtherBlocksWhenTrainsAreLong() {
        final UpdateEngine engine = new UpdateEngine(PLAIN.withBl(100, true), site);
        assertThat(engine.update(cells, STEP, X, D, 100 * STEP, 0, tally)).isEqualTo(100);
        assertThat(cells.state(0, 0)).isEqualTo(-100 * STEP);
        // 100 slots at 0.25 and at 0.5: within 5 standard deviations (6e-7).
        assertThat(cells.state(0, 1) / STEP).isCloseTo(25, within(21.7));
        assertThat(cells.state(2, 0) / STEP).isCloseTo(50, within(25.0));
        assertThat(tally.slots).isEqualTo(100);
    }

    @Test
    void shouldRoundProbabilitiesWhenTheDacHasSteps() {
        final UpdateSpec coarse = PLAIN.withType(PulseType.MEAN_COUNT).withResolution(0.4, false);
        new UpdateEngine(coarse, site).update(cells, STEP, X, D, 10 * STEP, 0, tally);
        // |x| 1 and 0.5 become 0.8 and 0.4, |d| 1 and 0.25 become 0.8 and 0.4.
        assertThat(cells.state(0, 0)).isEqualTo(-6 * STEP);
        assertThat(cells.state(2, 0)).isEqualTo(3 * STEP);
        assertThat(cells.state(0, 1)).isEqualTo(3 * STEP);
        assertThat(tally.draws).isZero();
        assertThat(tally.rowPulses).isEqualTo(8 + 4);
        assertThat(tally.coincidences).isEqualTo(6 + 3 + 3 + 2);
    }

    @Test
    void shouldGiveTheSameResultWhateverWasUpdatedBefore() {
        final Cells other = new IdealDevice(STEP, 0, 1).build(site);
        final UpdateEngine engine = new UpdateEngine(PLAIN, site);
        engine.update(other, STEP, X, D, 5 * STEP, 500, tally);
        engine.update(cells, STEP, X, D, 5 * STEP, 70, tally);
        final Cells again = new IdealDevice(STEP, 0, 1).build(site);
        new UpdateEngine(PLAIN, site).update(again, STEP, X, D, 5 * STEP, 70, tally);
        assertThat(again.weights()).isDeepEqualTo(cells.weights());
    }

    @Test
    void shouldAllocateNothingWhenUpdating() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final Cells noisy = ConstantStep.defaults().build(site);
        for (final Engine kind : Engine.values()) {
            final UpdateEngine engine = new UpdateEngine(UpdateSpec.defaults().withEngine(kind), site);
            engine.update(noisy, STEP, X, D, 0.01, 0, tally);
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int update = 1; update <= 1000; update++) {
                engine.update(noisy, STEP, X, D, 0.01, 31L * update, tally);
            }
            // The counter itself takes some bytes.
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
        }
    }

    @Test
    void shouldRefuseWithOptionValueAndRangeWhenInputIsWrong() {
        assertRefused(() -> PLAIN.withBl(0, true), "update.desired_bl: 0 is not allowed, expected 1..65536");
        assertRefused(
                () -> PLAIN.withResolution(1.5, false),
                "update.res: 1.5 is not allowed, expected a number in 0.0..1.0");
        assertRefused(
                () -> PulseType.named("--type", "none"),
                "--type: none is not allowed, expected StochasticCompressed, Stochastic, MeanCount or "
                        + "DeterministicImplicit");
        final UpdateEngine engine = new UpdateEngine(PLAIN, site);
        assertRefused(
                () -> engine.update(cells, STEP, D, X, 1, 0, tally),
                "update: 2 row and 3 column values is not allowed, expected 3 and 2");
        assertRefused(
                () -> engine.update(cells, STEP, X, D, Double.NaN, 0, tally),
                "learning rate: NaN is not allowed, expected a number");
    }

    private static void assertRefused(final ThrowingCallable call, final String message) {
        assertThatThrownBy(call).isInstanceOf(ConfigurationException.class).hasMessage(message);
    }

    private static final class Tally implements CellEvents {
        private long slots;
        private long rowPulses;
        private long columnPulses;
        private long coincidences;
        private long draws;

        @Override
        public void update(final int taken, final long rows, final long columns, final long pulsed) {
            slots += taken;
            rowPulses += rows;
            columnPulses += columns;
            coincidences += pulsed;
        }

        @Override
        public void generate(final long made) {
            draws += made;
        }
    }
}
