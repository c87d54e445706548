package org.ranvier.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.random.CounterRandom;

class RowPointersTest {
    @ParameterizedTest
    @CsvSource({"65535, 2", "65536, 4"})
    void shouldTakeNarrowestPointersThatCanCountTheElements(final int elements, final int pointerBytes) {
        final RowPointers pointers = RowPointers.ofLengths(3, 0, elements - 4, 1);

        assertThat(pointers.rows()).isEqualTo(4);
        assertThat(pointers.elements()).isEqualTo(elements);
        assertThat(pointers.longest()).isEqualTo(elements - 4);
        assertThat(pointers.start(2)).isEqualTo(3);
        assertThat(pointers.length(1)).isZero();
        assertThat(pointers.length(2)).isEqualTo(elements - 4);
        assertThat(pointers.start(3)).isEqualTo(elements - 1);
        assertThat(pointers.bytes()).isEqualTo(5 * pointerBytes);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 70",
        "1, 1",
        "1, 31",
        "1, 32",
        "1, 33",
        "1, 100",
        "2, 50",
        "3, 50",
        "4, 50",
        "15, 20",
        "16, 20",
        "255, 9",
        "256, 9",
        "65535, 5",
        "65536, 5",
        "1000000, 40"
    })
    void shouldFindEveryRowWhateverTheLongest(final int longest, final int rows) {
        final int[] lengths = new int[rows];
        for (int row = 0; row < rows; row++) {
            lengths[row] = CounterRandom.bits32(longest, rows, row, 0) >>> 1;
            lengths[row] %= longest + 1;
        }
        lengths[rows - 1] = longest;

        final RowPointers pointers = RowPointers.ofLengths(lengths);

        int start = 0;
        for (int row = 0; row < rows; row++) {
            assertThat(pointers.start(row)).as("start of row %d", row).isEqualTo(start);
            assertThat(pointers.length(row)).as("length of row %d", row).isEqualTo(lengths[row]);
            start += lengths[row];
        }
        assertThat(pointers.elements()).isEqualTo(start);
        assertThat(pointers.longest()).isEqualTo(longest);
        assertThat(pointers).isEqualTo(RowPointers.ofLengths(lengths.clone())).hasSameHashCodeAs(pointers);
        lengths[rows - 1]++;
        assertThat(pointers).isNotEqualTo(RowPointers.ofLengths(lengths));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 4, 31, 32})
    void shouldRefuseRowsThatAreNotThere(final int row) {
        final RowPointers pointers = RowPointers.ofLengths(1, 0, 1);

        assertThatThrownBy(() -> pointers.start(row)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> pointers.length(row)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @CsvSource({"S8, 7", "S16, 14", "S32, 28"})
    void shouldTakeMemoryForElementsAndForPointersOfItsOwn(final RegionType type, final int elementBytes) {
        final RowPointers pointers = RowPointers.ofLengths(3, 0, 4);

        assertThat(RegionSpec.list("q", type, new ListShape(pointers, null)).bytes())
                .isEqualTo(elementBytes + 8);
        assertThat(RegionSpec.list("q", type, new ListShape(pointers, "p")).bytes())
                .isEqualTo(elementBytes);
    }
}
