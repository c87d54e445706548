package org.ranvier.rpu.compound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.Cells;

class CompoundPartsTest {
    private final Cells pair = new Tiles(1, 2, 3, OneSidedPair.of(Tiles.ideal())).cells(0);

    @Test
    void shouldShowOneDeviceWhenSeveralShareACrossing() {
        pair.weight(1, 2, -(1 << 16));
        assertThat(CompoundParts.part(pair, 0).weights()[1][2]).isZero();
        assertThat(CompoundParts.part(pair, 1).weights()[1][2]).isEqualTo(1 << 16);
    }

    @Test
    void shouldRefuseWhenThereIsNoSuchDevice() {
        assertThatThrownBy(() -> CompoundParts.part(pair, 2))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("part: 2 is not allowed, expected 0..1");
        final Cells single = Tiles.ideal().build(new ArraySite(2, 3, 1, 0));
        assertThatThrownBy(() -> CompoundParts.part(single, 0)).hasMessageContaining("expected a compound");
    }
}
