package org.ranvier.core.isa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;

class PacketKindsTest {
    @Test
    void shouldNumberNamesInOrderOfFirstUse() {
        final PacketKinds kinds = new PacketKinds();

        assertThat(kinds.number("SPK")).isZero();
        assertThat(kinds.number("ERR")).isEqualTo(1);
        assertThat(kinds.number("SPK")).isZero();
        assertThat(kinds.name(1)).isEqualTo("ERR");
        assertThat(kinds.count()).isEqualTo(2);
    }

    @Test
    void shouldRefuseMoreKindsThanThePacketHeaderHolds() {
        final PacketKinds kinds = new PacketKinds();
        for (int i = 0; i < 64; i++) {
            kinds.number("K" + i);
        }

        assertThat(kinds.number("K63")).isEqualTo(63);
        assertThatThrownBy(() -> kinds.number("K64"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("packet kind: K64 is not allowed, expected at most 64 kinds on a chip");
    }
}
