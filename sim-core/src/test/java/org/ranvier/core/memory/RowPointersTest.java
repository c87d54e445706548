package org.ranvier.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource({"S8, 7", "S16, 14", "S32, 28"})
    void shouldTakeMemoryForElementsAndForPointersOfItsOwn(final RegionType type, final int elementBytes) {
        final RowPointers pointers = RowPointers.ofLengths(3, 0, 4);

        assertThat(RegionSpec.list("q", type, new ListShape(pointers, null)).bytes())
                .isEqualTo(elementBytes + 8);
        assertThat(RegionSpec.list("q", type, new ListShape(pointers, "p")).bytes())
                .isEqualTo(elementBytes);
    }
}
