package org.ranvier.rpu.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.CellEvents;
import org.ranvier.rpu.cell.Cells;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.device.ConstantStep;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.device.ExpStep;
import org.ranvier.rpu.device.PulsedDevice;
import org.ranvier.rpu.device.SoftBounds;

/** The fast engine against the exact one: the same law of the change, away from the bounds and next to them. */
class EnginesTest {
    /** Of single precision below 1/2, which a pulse leaves. */
    private static final double HALF_UNIT = 0x1p-26;

    private static final int SIDE = 96;
    private static final double STEP = 0.004;

    /**
     * Every one of 9216 devices gets n pulses from the same weight, so that changes are independent; two-sample
     * Kolmogorov-Smirnov with 2.2, a false alarm in 1.3e-4 of cases, 3e-3 over all of them.
     */
    @ParameterizedTest
    @CsvSource({
        "constant, 0.3, 0, 5",
        "constant, 0.3, 0, 1",
        "constant, 0.3, 0.585, 5",
        "constant, 0.3, 0.6, 7",
        "constant, 0.3, 0.6, -7",
        "constant, 1, 0.6, -7",
        "constant, 1, 0.6, 7",
        "constant, 1, -0.58, 20",
        "soft, 0.3, 0, 5",
        "soft, 0.3, 0.59, 12",
        "soft, 0.3, 0.59, -12",
        "soft, 1, 0.3, -20",
        "soft, 1, -0.6, 6",
        "soft, 0, 0.1, 9",
        "exponential, 2, 0, 1",
        "exponential, 2, 0, 4",
        "exponential, 1, -0.1, -5",
        "exponential, 1, 0.45, 3",
        "exponential, 1, 0.58, 3",
        "exponential, 5, 0, -4",
        "exponential, 0.3, 0.2, 20",
        "exponential, 0.3, -0.1, -12",
        "exponential, 0, 0.2, 9"
    })
    void shouldHaveTheSameLawWhenPulsesAreGivenAtOnce(
            final String device, final double noise, final double start, final int pulses) {
        final double[] fast = changed(Engine.FAST, device, noise, start, pulses, 1);
        final double[] exact = changed(Engine.EXACT, device, noise, start, pulses, 2);
        if (noise == 0) {
            assertThat(fast[0]).isCloseTo(exact[0], within(1e-7));
        }
        assertThat(distance(rounded(fast), rounded(exact))).isLessThan(2.2 * Math.sqrt(2.0 / fast.length));
    }

    /** One device, random trains: mean and variance of 20,000 updates within 4.5 standard errors of each other (1.4e-5). */
    @Test
    void shouldHaveTheSameMomentsWhenTrainsAreRandom() {
        final double[] fast = trained(Engine.FAST, 1);
        final double[] exact = trained(Engine.EXACT, 2);
        final double error = Math.sqrt(2.0 / fast.length);
        final double variance = variance(exact);
        assertThat(mean(fast)).isCloseTo(mean(exact), within(4.5 * error * Math.sqrt(variance)));
        assertThat(variance(fast) / variance).isCloseTo(1, within(4.5 * error * Math.sqrt(2.5)));
    }

    @Test
    void shouldGiveTheSameCountsInBothEnginesWhenNothingIsNoisy() {
        final double[] fast = changed(Engine.FAST, "constant", 0, 0.2, 11, 5);
        final double[] exact = changed(Engine.EXACT, "constant", 0, 0.2, 11, 5);
        for (int i = 0; i < fast.length; i++) {
            assertThat(fast[i]).isCloseTo(exact[i], within(11 * HALF_UNIT)).isCloseTo(0.2 + 11 * STEP, within(1e-6));
        }
    }

    private static DeviceSpec device(final String name, final double noise) {
        final DeviceSpec spec = switch (name) {
            case "soft" -> PulsedDevice.of(new SoftBounds());
            // Steps that grow towards bounds, as those of resistive RAM do.
            case "exponential" ->
                PulsedDevice.of(new ExpStep())
                        .with("A_up", -1.2)
                        .with("A_down", -0.08)
                        .with("gamma_up", 5)
                        .with("gamma_down", 5)
                        .with("a", -0.5)
                        .with("b", -0.5);
            default -> ConstantStep.defaults();
        };
        return spec.with("dw_min", STEP)
                .with("dw_min_std", noise)
                .with("dw_min_dtod", 0)
                .with("up_down_dtod", 0)
                .with("w_max", 0.6)
                .with("w_min", -0.6)
                .with("w_max_dtod", 0)
                .with("w_min_dtod", 0);
    }

    private static double[] changed(
            final Engine engine,
            final String device,
            final double noise,
            final double start,
            final int pulses,
            final int array) {
        final ArraySite site = new ArraySite(SIDE, SIDE, 77, array);
        final Cells cells = device(device, noise).build(site);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                cells.weight(row, column, Fixed.of(start));
            }
        }
        final float[] ones = new float[SIDE];
        Arrays.fill(ones, 1);
        // A rate of n steps needs n slots in which both lines always pulse.
        new UpdateEngine(UpdateSpec.defaults().withType(PulseType.MEAN_COUNT).withEngine(engine), site)
                .update(cells, STEP, ones, ones, pulses * STEP, 0, CellEvents.NONE);
        final double[] out = new double[SIDE * SIDE];
        for (int i = 0; i < out.length; i++) {
            out[i] = cells.state(i / SIDE, i % SIDE);
        }
        return out;
    }

    private static double[] trained(final Engine engine, final int array) {
        final ArraySite site = new ArraySite(1, 1, 78, array);
        final Cells cells = device("constant", 0.3).build(site);
        final UpdateEngine updates = new UpdateEngine(
                UpdateSpec.defaults()
                        .withBl(10, true)
                        .withManagement(false, false)
                        .withEngine(engine),
                site);
        final double[] out = new double[20_000];
        long slot = 0;
        for (int i = 0; i < out.length; i++) {
            cells.weight(0, 0, 0);
            slot += updates.update(
                    cells, STEP, new float[] {0.7f}, new float[] {-0.6f}, 10 * STEP, slot, CellEvents.NONE);
            out[i] = cells.state(0, 0);
        }
        return out;
    }

    /** Single precision inside must not split ties, e.g. of devices at their bound. */
    private static double[] rounded(final double[] values) {
        return Arrays.stream(values)
                .map(value -> Math.rint(value * 1e6))
                .sorted()
                .toArray();
    }

    /** The Kolmogorov-Smirnov distance of two sorted samples of one size. */
    private static double distance(final double[] a, final double[] b) {
        int i = 0;
        int j = 0;
        double most = 0;
        while (i < a.length && j < b.length) {
            final double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= value) {
                i++;
            }
            while (j < b.length && b[j] <= value) {
                j++;
            }
            most = Math.max(most, Math.abs(i - j) / (double) a.length);
        }
        return most;
    }

    private static double mean(final double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(final double[] values) {
        final double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
