package org.ranvier.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;

class RegionTest {
    @ParameterizedTest
    @CsvSource({
        "S8, 128, 127",
        "S8, -129, -128",
        "S8, -7, -7",
        "U8, 256, 255",
        "U8, -1, 0",
        "S16, 40000, 32767",
        "S16, -40000, -32768",
        "S32, 2147483647, 2147483647",
        "S32, -2147483648, -2147483648",
        "BIT, 5, 1",
        "BIT, 0, 0",
    })
    void shouldSaturateToTypeWhenWritten(final RegionType type, final int value, final int stored) {
        final Region region = new Region(new RegionSpec("x", type, 2, 3, false));

        region.set(1, 2, value);

        assertThat(region.get(1, 2)).isEqualTo(stored);
        assertThat(region.get(0, 2)).isZero();
        assertThat(region.get(1, 1)).isZero();
    }

    @Test
    void shouldKeepBitsApartAcrossWords() {
        final Region region = new Region(new RegionSpec("b", RegionType.BIT, 2, 130, false));

        region.set(1, 63, 1);
        region.set(1, 64, 1);
        region.set(1, 129, 1);
        region.set(1, 64, 0);

        assertThat(region.words()[0]).containsExactly(0, 0, 0);
        assertThat(region.words()[1]).containsExactly(1L << 63, 0, 2);
        assertThat(region.cells()).isEmpty();
    }

    @Test
    void shouldLeaveStorageOfArrayToTheArray() {
        final RegionSpec spec = new RegionSpec("W", RegionType.S8, 2, 2, true);
        final int[][] cells = {{1, 2}, {3, 4}};

        assertThat(new Region(spec).cells()).isEmpty();
        assertThat(new Region(spec, cells).cells()).isSameAs(cells);
    }

    @Test
    void shouldClearEverything() {
        final Region values = new Region(new RegionSpec("v", RegionType.S16, 2, 3, false));
        final Region bits = new Region(new RegionSpec("b", RegionType.BIT, 2, 70, false));
        values.set(1, 1, 9);
        bits.set(1, 69, 1);

        values.clear();
        bits.clear();

        assertThat(values.cells()).isDeepEqualTo(new int[2][3]);
        assertThat(bits.words()).isDeepEqualTo(new long[2][2]);
    }

    @Test
    void shouldRestoreWhatWasSaved() {
        final RegionSpec valueSpec = new RegionSpec("v", RegionType.S16, 2, 3, false);
        final RegionSpec bitSpec = new RegionSpec("b", RegionType.BIT, 2, 70, false);
        final Region values = new Region(valueSpec);
        final Region bits = new Region(bitSpec);
        values.set(0, 2, -5);
        values.set(1, 0, 17);
        bits.set(0, 69, 1);
        final StateWriter out = new StateWriter();
        values.save(out);
        bits.save(out);

        final StateReader in = new StateReader(out.toByteArray());
        final Region valuesAgain = new Region(valueSpec);
        final Region bitsAgain = new Region(bitSpec);
        valuesAgain.restore(in);
        bitsAgain.restore(in);
        in.end();

        assertThat(valuesAgain.cells()).isDeepEqualTo(values.cells());
        assertThat(bitsAgain.words()).isDeepEqualTo(bits.words());
    }

    @Test
    void shouldRefuseImageOfAnotherRegion() {
        final StateWriter out = new StateWriter();
        new Region(new RegionSpec("v", RegionType.S16, 1, 3, false)).save(out);
        final Region other = new Region(new RegionSpec("w", RegionType.S16, 1, 3, false));

        assertThatThrownBy(() -> other.restore(new StateReader(out.toByteArray())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("saved state: expected section 'w' at byte 0");
    }

    @ParameterizedTest
    @CsvSource({"BIT, 2, 9, 4", "S8, 3, 5, 15", "U8, 1, 1, 1", "S16, 2, 5, 20", "S32, 1, 7, 28", "BIT, 1, 8, 1"})
    void shouldRoundRowsUpToBytes(final RegionType type, final int rows, final int columns, final int bytes) {
        assertThat(new RegionSpec("x", type, rows, columns, false).bytes()).isEqualTo(bytes);
        assertThat(new RegionSpec("x", type, rows, columns, true).bytes()).isZero();
    }

    @Test
    void shouldFindTypesByLabel() {
        for (final RegionType type : RegionType.values()) {
            assertThat(RegionType.of(type.label())).isSameAs(type);
        }
        assertThatThrownBy(() -> RegionType.of("S8"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("region type: S8 is not allowed, expected bit, s8, u8, s16 or s32");
    }
}
