package org.ranvier.testbench.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fault.FaultSpec;

/** Rates of campaigns. */
class FaultRatesTest {
    @Test
    void shouldTakeListsAndRangesInOrder() {
        final FaultRates rates = FaultRates.parse("stuck-device~0.5,0.001..0.1/3,0:core[3]=min");

        assertThat(rates.faults()).extracting(FaultSpec::rate).containsExactly(0.001, 0.01, 0.1, 0.5);
        assertThat(rates.faults()).allMatch(fault -> fault.toString().endsWith(":core[3]=min"));
        assertThat(rates.name()).isEqualTo("stuck-device:core[3]=min");
        assertThat(rates.unit()).isEqualTo("rate per device");
    }

    @Test
    void shouldSpaceRangesEvenlyInTheirLogarithms() {
        assertThat(FaultRates.parse("flip-bit~1e-6..1e-3/7").faults())
                .extracting(FaultSpec::rate)
                .containsExactly(1e-6, 3.16e-6, 1e-5, 3.16e-5, 1e-4, 3.16e-4, 1e-3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "stuck-device@5; KIND~RATES",
                "stuck-device~0; at least one rate above 0",
                "stuck-device~0.1,; 'stuck-device~0.1,' is not allowed, expected KIND~RATES",
                "stuck-device~2; a number in 0..1",
                "stuck-device~0..0.1/3; 0 < A < B",
                "stuck-device~0.1..0.01/3; 0 < A < B",
                "stuck-device~0.01..0.1/1; N in 2..100",
                "stock-device~0.1; did you mean 'stuck-device'?",
                "dead-core~0.1=min; no '='"
            })
    void shouldSayWhatIsAllowed(final String text, final String expected) {
        assertThatThrownBy(() -> FaultRates.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(expected);
    }
}
