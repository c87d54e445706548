package org.ranvier.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The three known answers that the Random123 library ships for philox4x32-10. */
final class PhiloxTest {
    @Test
    void shouldGiveKnownAnswerWhenCounterAndKeyAreZero() {
        assertThat(Philox.low(0, 0, 0)).isEqualTo(0xe169c58d_6627e8d5L);
        assertThat(Philox.high(0, 0, 0)).isEqualTo(0x9b00dbd8_bc57ac4cL);
    }

    @Test
    void shouldGiveKnownAnswerWhenCounterAndKeyAreAllOnes() {
        assertThat(Philox.low(-1, -1, -1)).isEqualTo(0x41c83b0e_408f276dL);
        assertThat(Philox.high(-1, -1, -1)).isEqualTo(0x6d5451fd_a20bc7c6L);
    }

    @Test
    void shouldGiveKnownAnswerWhenCounterAndKeyAreDigitsOfPi() {
        final long key = 0x299f31d0_a4093822L;
        final long counterLow = 0x85a308d3_243f6a88L;
        final long counterHigh = 0x03707344_13198a2eL;
        assertThat(Philox.low(key, counterLow, counterHigh)).isEqualTo(0x94fdcceb_d16cfe09L);
        assertThat(Philox.high(key, counterLow, counterHigh)).isEqualTo(0x24126ea1_5001e420L);
    }
}
