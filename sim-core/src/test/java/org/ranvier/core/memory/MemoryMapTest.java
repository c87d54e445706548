package org.ranvier.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ranvier.core.error.MappingException;

class MemoryMapTest {
    private static final List<RegionSpec> REGIONS = List.of(
            new RegionSpec("u", RegionType.S16, 1, 5, false),
            new RegionSpec("W", RegionType.S8, 100, 100, true),
            new RegionSpec("f", RegionType.BIT, 3, 9, false),
            new RegionSpec("v", RegionType.S32, 1, 2, false));

    @Test
    void shouldPlaceRegionsOnEightByteBoundariesBehindTheCode() {
        final MemoryMap map = MemoryMap.link(20, REGIONS);

        assertThat(map.entries())
                .containsExactly(
                        new MemoryMap.Entry("code", 0, 20),
                        new MemoryMap.Entry("u", 24, 10),
                        new MemoryMap.Entry("f", 40, 6),
                        new MemoryMap.Entry("v", 48, 8));
        assertThat(map.used()).isEqualTo(56);
    }

    @Test
    void shouldAcceptProgramThatFitsExactly() {
        final MemoryMap map = MemoryMap.link(20, REGIONS);

        assertThat(map.check("core 3", 56)).isSameAs(map);
    }

    @Test
    void shouldNameRegionAndAmountWhenMemoryIsTooSmall() {
        final MemoryMap map = MemoryMap.link(20, REGIONS);

        assertThatThrownBy(() -> map.check("core 3", 45))
                .isInstanceOf(MappingException.class)
                .hasMessage("core 3: region 'f' needs 6 bytes at 40, which is 11 bytes more than the core's 45 bytes of"
                        + " local memory (the whole program needs 56)");
    }
}
