package org.ranvier.rpu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.rpu.cell.Fixed;

class HeldTest {
    private static final int COLUMNS = 37;

    @Test
    void shouldHoldEverySingleExactly() {
        final Held held = new Held(1, 1);
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            final float weight = (float) random.nextDouble(-2, 2) * (1f / (1 << random.nextInt(30)));
            held.set(0, 0, weight);
            assertThat(held.get(0, 0)).isEqualTo(weight);
            assertThat(held.units()[0][0]).isEqualTo(Fixed.of(weight));
        }
    }

    /** A change is rounded to single precision, and so is what it leaves of a rest: 2^-24 of the sum of both. */
    @Test
    void shouldAddWhatADoubleAddsWhenARowChanges() {
        final Held held = new Held(2, COLUMNS);
        final SplittableRandom random = new SplittableRandom(2);
        final double[] expected = new double[COLUMNS];
        final float[] change = new float[COLUMNS];
        double slack = 0;
        for (int update = 0; update < 200; update++) {
            final double scale = update % 10 == 0 ? Held.LARGEST_CHANGE : 1e-4;
            for (int column = 0; column < COLUMNS; column++) {
                change[column] = (float) random.nextDouble(-scale, scale);
                expected[column] += change[column];
            }
            held.add(1, change);
            slack += 0x1p-24 * (scale + 0x1p-20);
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(held.get(1, column)).isCloseTo(expected[column], within(slack));
                // What reads see is the nearest unit; a rest of exactly half a unit may be on either side.
                assertThat((double) held.units()[1][column]).isCloseTo(held.get(1, column) * Fixed.ONE, within(0.5));
                assertThat(held.get(0, column)).isZero();
            }
        }
    }

    @Test
    void shouldAddUpStepsFarBelowAUnit() {
        final Held held = new Held(1, 1);
        final float[] step = {0.1f / Fixed.ONE};
        for (int i = 0; i < 1_000_000; i++) {
            held.add(0, step);
        }
        assertThat(held.get(0, 0) * Fixed.ONE).isCloseTo(100_000, within(1e-2));
    }

    @Test
    void shouldGoOnWithTheSameBitsWhenRestored() {
        final Held held = new Held(1, 2);
        // Half a unit: 0 and a rest, which the nearest even unit of 1.5 would not be.
        final float half = 0.5f / Fixed.ONE;
        held.set(0, 0, 1.0 / Fixed.ONE);
        held.add(0, new float[] {half, -half});
        final StateWriter out = new StateWriter();
        held.save(out);
        final Held other = new Held(1, 2);
        other.restore(new StateReader(out.toByteArray()));
        for (int column = 0; column < 2; column++) {
            assertThat(other.units()[0][column]).isEqualTo(held.units()[0][column]);
            assertThat(other.get(0, column)).isEqualTo(held.get(0, column));
        }
    }
}
