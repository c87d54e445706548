package org.ranvier.core.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corners that random operands hit too rarely. */
class KernelsTest {
    @ParameterizedTest
    @CsvSource({
        "-2147483648, -2147483648, 63, 1", // 2^62 / 2^63 is one half: rounds up
        "-2147483648, 2147483647, 63, 0", // a little above minus one half
        "-2147483648, 1073741824, 62, 0", // minus one half: rounds up
        "-2147483648, -2147483648, 62, 1",
        "-2147483648, -2147483648, 31, 2147483647",
        "-2147483648, 2147483647, 30, -2147483648",
        "3, 1, 1, 2",
        "-3, 1, 1, -1",
        "-3, 1, 0, -3",
    })
    void shouldRoundProductHalfUpWhateverItsSize(final int a, final int b, final int shift, final int expected) {
        final int[] d = new int[1];

        Kernels.multiplyRounding(d, new int[] {a}, new int[] {b}, shift, 1);

        assertThat(d).containsExactly(expected);
        Kernels.multiplyAddRounding(d, new int[] {a}, new int[] {b}, shift, 1);
        assertThat(d).containsExactly(Kernels.saturate(2L * expected));
    }
}
