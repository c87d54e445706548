package org.ranvier.testbench.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "1e9, 1.00 GHz",
        "1e12, 1.00 THz",
        "1e6, 1.00 MHz",
        "1e3, 1.00 kHz",
        "1, 1.00 Hz",
        "1e-3, 1.00 mHz",
        "1e-6, 1.00 uHz",
        "1e-9, 1.00 nHz",
        "999e6, 999 MHz",
        "3e8, 300 MHz",
        "2.5e-14, 25.0 fHz",
        "5e15, 5000 THz",
        "0, 0 Hz"
    })
    void shouldHaveOneToThreeDigitsBeforeThePoint(final double value, final String text) {
        assertThat(Quantity.of(value, "Hz")).isEqualTo(text);
    }
}
