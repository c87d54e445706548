package org.ranvier.rpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.ranvier.rpu.cell.Fixed;
import org.ranvier.rpu.device.IdealDevice;

/** Read noise: its size, its independence of other reads, and its saturation. */
final class ReadNoiseTest {
    private static final int COLUMNS = 64;
    private static final int READS = 400;

    /** Mean and variance of 25,600 noise values within 4.9 standard errors: rate 2e-6. */
    @Test
    void shouldAddNoiseOfGivenSizeWhenReading() {
        final Crossbar crossbar = new Crossbar(
                CrossbarSpec.of(2, COLUMNS, new IdealDevice(0.01, 0, 1)).withReadNoise(0.06));
        for (int j = 0; j < COLUMNS; j++) {
            crossbar.weight(0, j, Fixed.of(0.5));
        }
        final int[] out = new int[COLUMNS];
        double sum = 0;
        double squares = 0;
        for (int read = 0; read < READS; read++) {
            crossbar.forward(Bits.of(2, 0), out);
            for (final int value : out) {
                final double noise = (Fixed.toDouble(value) - 0.5) / 0.06;
                sum += noise;
                squares += noise * noise;
            }
        }
        final double samples = READS * COLUMNS;
        assertThat(sum / samples).isCloseTo(0, within(4.9 / Math.sqrt(samples)));
        assertThat(squares / samples).isCloseTo(1, within(4.9 * Math.sqrt(2 / samples)));
    }

    @Test
    void shouldSaturateWhenNoiseLeavesIntRange() {
        final Crossbar crossbar = new Crossbar(
                CrossbarSpec.of(1, COLUMNS, new IdealDevice(0.01, 0, 1)).withReadNoise(1024));
        final int[] out = new int[COLUMNS];
        int saturated = 0;
        for (int read = 0; read < READS; read++) {
            crossbar.forward(Bits.all(1), out);
            for (final int value : out) {
                saturated += value == Integer.MAX_VALUE || value == Integer.MIN_VALUE ? 1 : 0;
            }
        }
        // 2048 is 2 sigma: P = 0.0455, within 4.9 standard errors of 25,600 values.
        assertThat(saturated).isCloseTo(1165, within(164));
    }
}
