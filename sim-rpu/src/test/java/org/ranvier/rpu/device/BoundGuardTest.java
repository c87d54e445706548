package org.ranvier.rpu.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices with bounds of +-1 and steps of 1/1000, one for every distance from the upper and the lower bound. */
class BoundGuardTest {
    private static final double STEP = 1e-3;
    private static final int COLUMNS = 401;

    /** Nearer than n + 6 c sqrt(n) steps ahead, or 9 c^2 back (at most 6 c sqrt(n)): found. A few steps more: not found. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "0, 9, 9",
        "0.3, 1, 1",
        "0.3, 1, 9",
        "0.3, 5, 9",
        "0.3, 9, 9",
        "0.3, 32, 32",
        "1, 1, 20",
        "1, 20, 20",
        "3, 2, 5"
    })
    void shouldFindWhatReachesABoundAndLittleElse(final double noise, final int count, final int most) {
        final double ahead = count + 6 * noise * Math.sqrt(count);
        final double back = Math.min(9 * noise, 6 * Math.sqrt(count)) * noise;
        // A tangent and the full way back, where a few pulses have a shorter one.
        final double more = ahead + 6 * noise * Math.sqrt(most) + 9 * noise * noise + 1;
        for (final int sign : new int[] {1, -1}) {
            final boolean[] rising = found(noise, sign * count, most, 1);
            final boolean[] falling = found(noise, sign * count, most, -1);
            final boolean[] facing = sign > 0 ? rising : falling;
            final boolean[] leaving = sign > 0 ? falling : rising;
            for (int steps = 0; steps < COLUMNS; steps++) {
                if (steps <= ahead) {
                    assertThat(facing[steps]).as("%d steps ahead", steps).isTrue();
                }
                if (steps <= back) {
                    assertThat(leaving[steps]).as("%d steps back", steps).isTrue();
                }
                if (steps > more) {
                    assertThat(facing[steps] || leaving[steps])
                            .as("%d steps", steps)
                            .isFalse();
                }
            }
        }
    }

    /** Whether the device at each distance from the bound of a side is found. */
    private static boolean[] found(final double noise, final int count, final int most, final int side) {
        final float[][] upper = new float[1][COLUMNS];
        final float[][] lower = new float[1][COLUMNS];
        final Held held = new Held(1, COLUMNS);
        final int[] counts = new int[COLUMNS];
        for (int steps = 0; steps < COLUMNS; steps++) {
            upper[0][steps] = 1;
            lower[0][steps] = -1;
            held.set(0, steps, side * (1 - steps * STEP));
            counts[steps] = count;
        }
        final int[] list = new int[COLUMNS + 1];
        final BoundGuard guard = new BoundGuard(upper, lower, new Steps(noise));
        assertThat(guard.applies(0, most)).isTrue();
        final int many = guard.find(0, held, counts, most, list);
        final boolean[] near = new boolean[COLUMNS];
        for (int i = 0; i < many; i++) {
            near[list[i]] = true;
        }
        return near;
    }

    private record Steps(double relativeNoise) implements BoundedSteps {
        @Override
        public void change(
                final int row, final Held held, final int[] counts, final float[] normals, final float[] change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public double largestStep(final int row) {
            return STEP;
        }
    }
}
