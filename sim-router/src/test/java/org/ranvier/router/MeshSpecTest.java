package org.ranvier.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.error.ConfigurationException;

class MeshSpecTest {
    @Test
    void shouldReadColumnsThenRowsWhenParsed() {
        assertThat(MeshSpec.parse("5x3")).isEqualTo(new MeshSpec(5, 3, 1)).hasToString("5x3");
        assertThat(MeshSpec.parse("cmesh2x4")).isEqualTo(new MeshSpec(2, 4, 4)).hasToString("cmesh2x4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x4", "1000x1000", "-1x4", "4", "4x", "4X4", "", "65x1", "cmesh4", "9999999x1", " 4x4"})
    void shouldNameTheMeshWhenItIsImpossible(final String text) {
        assertThatThrownBy(() -> MeshSpec.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("mesh: " + text
                        + " is not allowed, expected KxL or cmeshKxL with K columns and L rows of routers, each 1..64");
    }

    @Test
    void shouldAttachFourNodesPerRouterWhenConcentrated() {
        final MeshSpec mesh = MeshSpec.parse("cmesh3x2");

        // Nodes form a 6x4 grid; node 15 is at (3, 2).
        assertThat(mesh.localNodes()).isEqualTo(24);
        assertThat(mesh.router(15)).isEqualTo(4);
        assertThat(mesh.port(15)).isEqualTo(1);
        assertThat(mesh.port(6 * 3 + 2)).isEqualTo(2);
    }

    @Test
    void shouldAttachHostsToTheWestSideWhenAsked() {
        final MeshSpec mesh = MeshSpec.parse("5x3");

        assertThat(mesh.nodes()).isEqualTo(18);
        assertThat(mesh.router(17)).isEqualTo(10);
        assertThat(mesh.port(17)).isEqualTo(1);
        assertThat(mesh.outputPort(4, 17)).isEqualTo(1);
        assertThat(mesh.outputPort(0, 17)).isEqualTo(2);
        assertThat(mesh.outputPort(10, 17)).isEqualTo(1);
        assertThat(mesh.hops(4, 17)).isEqualTo(7);
        assertThat(MeshSpec.parse("cmesh3x2").port(25)).isEqualTo(5);
    }

    @Test
    void shouldNameTheFieldWhenARouterIsImpossible() {
        assertThatThrownBy(() -> RouterSpec.islip(9, 8, 1, false))
                .hasMessage("router.virtualChannels: 9 is not allowed, expected 1..8");
        assertThatThrownBy(() -> AllocatorKind.parse("router.vcAllocator", "wavefront"))
                .hasMessage("router.vcAllocator: wavefront is not allowed, expected islip, separable_input_first or"
                        + " separable_output_first");
        assertThatThrownBy(() -> FabricSpec.lossless(MeshSpec.parse("2x2"), RouterSpec.islip(1, 1, 0, false), 0))
                .hasMessage("fabric.injectionDepth: 0 is not allowed, expected 1..1048576");
    }
}
