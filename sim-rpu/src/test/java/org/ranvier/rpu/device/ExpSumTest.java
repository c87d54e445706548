package org.ranvier.rpu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.rpu.cell.ArraySite;

/** Bulk updates of random devices of exponential steps, with noise that draws zeros, against their pulses one by one. */
final class ExpSumTest {
    private static final int COLUMNS = 4099;
    private static final float TINY = 1e-4f;

    private final int[] counts = new int[COLUMNS];
    private final int[] found = new int[COLUMNS + 1];
    private final double[] start = new double[COLUMNS];

    @ParameterizedTest
    @CsvSource({
        // What steps, falling and rising factors and exponents, slope, offset; least share that can be given at once.
        "0.001, 0.00081, 0.36833, 12.44625, 12.78785, 0.244, 0.2425, 0.9",
        "0.00135, -1.18445, -0.081404, 5, 5, -0.5, -0.5, 0.8",
        "0.01, -1.18445, -0.081404, 5, 5, -0.5, -0.5, 0.1",
        // Steps that vanish at weight 0, constant ones, and exponentials beyond single precision.
        "0.002, 1, 1, 3, 3, 1, 0, 0.5",
        "0.002, 0, 0, 5, 5, 1, 0, 0.8",
        "0.002, 1, 1, 1000, 1000, 1, 0.5, 0"
    })
    void shouldMoveDevicesAsSinglePulsesDoOrLeaveThem(
            final double step,
            final double factorUp,
            final double factorDown,
            final double exponentUp,
            final double exponentDown,
            final double slope,
            final double offset,
            final double least) {
        final Settings settings = new ExpStep()
                .complete(((PulsedDevice) PulsedDevice.of(new ExpStep())
                                .with("dw_min", step)
                                .with("dw_min_std", TINY)
                                .with("A_up", factorUp)
                                .with("A_down", factorDown)
                                .with("gamma_up", exponentUp)
                                .with("gamma_down", exponentDown)
                                .with("a", slope)
                                .with("b", offset))
                        .settings());
        final ArraySite site = new ArraySite(1, COLUMNS, 5, 1);
        final DeviceParameters parameters = new DeviceParameters(site, settings);
        final StepRule rule = new ExpStep().rule(settings, site, parameters);
        final BulkRule bulk = rule.bulk(parameters);
        final Held held = new Held(1, COLUMNS);
        fill(held, parameters);
        final float[] change = new float[COLUMNS];
        final int many = bulk.guard(parameters).find(0, held, counts, 40, found);
        bulk.change(0, held, counts, new float[COLUMNS], change);

        final boolean[] left = new boolean[COLUMNS];
        for (int i = 0; i < many; i++) {
            left[found[i]] = true;
        }
        assertThat(many).isLessThanOrEqualTo((int) ((1 - least) * COLUMNS));
        for (int column = 0; column < COLUMNS; column++) {
            final double moved = pulsed(rule, column) - start[column];
            final boolean outside = start[column] + moved > parameters.upper()[0][column]
                    || start[column] + moved < parameters.lower()[0][column];
            if (outside && counts[column] != 0) {
                assertThat(left[column]).as("bound of device %d", column).isTrue();
            }
            if (!left[column]) {
                assertThat((double) change[column])
                        .as("device %d", column)
                        .isCloseTo(moved, within(5e-3 * Math.abs(moved) + 1e-8));
            }
        }
    }

    private void fill(final Held held, final DeviceParameters parameters) {
        final Random random = new Random(1);
        for (int column = 0; column < COLUMNS; column++) {
            final double low = parameters.lower()[0][column];
            counts[column] = random.nextInt(81) - 40;
            held.set(0, column, low + random.nextDouble() * (parameters.upper()[0][column] - low));
            start[column] = held.get(0, column);
        }
    }

    private double pulsed(final StepRule rule, final int column) {
        final double[] state = Arrays.copyOf(start, COLUMNS);
        final int[] one = {column};
        for (int pulse = 0; pulse < Math.abs(counts[column]); pulse++) {
            if (counts[column] > 0) {
                rule.up(0, state, one, 1, new float[1]);
            } else {
                rule.down(0, state, one, 1, new float[1]);
            }
        }
        return state[column];
    }
}
