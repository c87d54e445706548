package org.ranvier.rpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

/** A restored crossbar goes on exactly like the one that was saved. */
final class CrossbarStateTest {
    private static final int ROWS = 33;
    private static final int COLUMNS = 17;

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "constant-step"})
    void shouldContinueIdenticallyWhenRestored(final String device) {
        final Crossbar first = new Crossbar(spec(device, 5));
        run(first, 0, 40);
        final StateWriter writer = new StateWriter();
        first.save(writer);
        final Crossbar second = new Crossbar(spec(device, 5));
        run(second, 200, 230);
        final StateReader reader = new StateReader(writer.toByteArray());
        second.restore(reader);
        reader.end();
        assertThat(run(second, 40, 80)).isEqualTo(run(first, 40, 80));
        assertThat(second.coincidences()).isEqualTo(first.coincidences());
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                assertThat(second.weight(i, j)).isEqualTo(first.weight(i, j));
                assertThat(second.pulses(i, j)).isEqualTo(first.pulses(i, j));
                assertThat(second.halfSelects(i, j)).isEqualTo(first.halfSelects(i, j));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ideal", "constant-step"})
    void shouldRefuseImageWhenSpecDiffers(final String device) {
        final StateWriter writer = new StateWriter();
        new Crossbar(spec(device, 5)).save(writer);
        final Crossbar other = new Crossbar(spec(device, 6));
        assertThatThrownBy(() -> other.restore(new StateReader(writer.toByteArray())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("another chip");
    }

    private static CrossbarSpec spec(final String device, final long seed) {
        return CrossbarSpec.of(ROWS, COLUMNS, Devices.named(device))
                .withReadNoise(0.06)
                .withPulseCounters()
                .withAddress(seed, 2);
    }

    /** Runs pulses, noisy reads of spikes and values, updates and ageing, and hashes the read-outs. */
    private static int run(final Crossbar crossbar, final int from, final int to) {
        final int[] out = new int[COLUMNS];
        final int[] x = new int[ROWS];
        final int[] d = new int[COLUMNS];
        int hash = 0;
        for (int step = from; step < to; step++) {
            final long[] rows = Bits.random(ROWS, 0.4, 99, 3 * step);
            crossbar.pulse(
                    rows, Bits.random(COLUMNS, 0.3, 99, 3 * step + 1), Bits.random(COLUMNS, 0.2, 99, 3 * step + 2));
            crossbar.forward(rows, out);
            for (int i = 0; i < ROWS; i++) {
                x[i] = out[i % COLUMNS] >> 2;
            }
            System.arraycopy(out, 0, d, 0, COLUMNS);
            crossbar.update(x, d, 2000);
            crossbar.backward(d, 20, x, ROWS);
            crossbar.forward(x, 20, out);
            crossbar.age(1e-6);
            for (final int value : out) {
                hash = 31 * hash + value;
            }
        }
        return hash;
    }
}
