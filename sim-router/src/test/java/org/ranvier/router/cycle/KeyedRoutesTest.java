package org.ranvier.router.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.MappingException;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterEvents;
import org.ranvier.router.RouterSpec;
import org.ranvier.router.route.KeyTable;
import org.ranvier.router.route.KeyedRoutes;

class KeyedRoutesTest {
    private static final int EAST = 1;
    private static final int NORTH = 4;
    private static final int LOCAL = 16;

    private final MeshSpec mesh = MeshSpec.parse("4x2");
    private final KeyedRoutes keys = new KeyedRoutes(mesh, 3);
    private Bench bench;

    @BeforeEach
    void build() {
        bench = new Bench(CycleFabricTest.unbounded(mesh, RouterSpec.islip(4, 8, 1, false)));
    }

    @Test
    void shouldTakeTheFirstMatchWhenSeveralEntriesMatch() {
        final KeyTable table = keys.table(0);
        table.add(0x10, 0xF0, EAST);
        table.add(0x12, 0xFF, LOCAL);

        assertThat(table.lookUp(0x12)).isEqualTo(EAST);
        assertThat(table.lookUp(0x22)).isEqualTo(KeyTable.NO_MATCH);
        assertThat(table.size()).isEqualTo(2);
    }

    @Test
    void shouldGoStraightOnWithoutEntriesWhenTheRunIsStraight() {
        keys.table(0).add(7, 0xFF, EAST);
        keys.table(3).add(7, 0xFF, LOCAL | NORTH);
        keys.table(7).add(7, 0xFF, LOCAL);
        final Ledger ledger = new Ledger();
        bench.fabric.openRows(ledger);

        final int route = keys.route(bench.fabric.routes(), 0, 7);
        bench.send(route, 1, 0);
        bench.finish();

        assertThat(bench.fabric.leaves(route)).isEqualTo(2);
        assertThat(bench.deliveries).containsExactly("0>3@22/4 22", "0>7@27/5 27");
        assertThat(CycleFabricTest.sum(ledger, RouterEvents.TABLE_LOOKUP)).isEqualTo(5);
        assertThat(keys.entries()).isEqualTo(3);
    }

    @Test
    void shouldDropAndCountWhenALocalPacketHasNoMatch() {
        final int route = keys.route(bench.fabric.routes(), 5, 9);
        bench.send(route, 1, 0);
        bench.send(route, 2, 0);
        bench.finish();

        assertThat(bench.fabric.leaves(route)).isZero();
        assertThat(bench.fabric.droppedBranches()).isEqualTo(2);
        assertThat(bench.fabric.droppedCopies()).isZero();
        assertThat(bench.deliveries).isEmpty();
    }

    @Test
    void shouldDropAtTheEdgeWhenNothingMatchesOnTheWay() {
        keys.table(1).add(1, 1, EAST | LOCAL);

        bench.send(keys.route(bench.fabric.routes(), 1, 1), 1, 0);
        bench.finish();

        assertThat(bench.deliveries).containsExactly("0>1@7/1 7");
        assertThat(bench.fabric.droppedBranches()).isEqualTo(1);
        assertThat(bench.fabric.passages(2, 0)).isEqualTo(1);
    }

    @Test
    void shouldSayHowManyFitWhenATableOverflows() {
        for (int value = 0; value < 3; value++) {
            keys.table(2).add(value, 0xFF, LOCAL);
        }

        assertThatThrownBy(() -> keys.table(2).add(3, 0xFF, LOCAL))
                .isInstanceOf(MappingException.class)
                .hasMessage("router[2]: 4 table entries overflow the 3 that fit");
        assertThatThrownBy(() -> keys.table(0).add(3, 1, LOCAL))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no bits outside mask 0x1");
    }

    @Test
    void shouldRefuseALoopWhenTablesTurnAPacketBack() {
        keys.table(0).add(1, 1, EAST);
        keys.table(1).add(1, 1, NORTH);
        keys.table(5).add(1, 1, 2);
        keys.table(4).add(1, 1, 8);

        assertThatThrownBy(() -> keys.route(bench.fabric.routes(), 0, 1))
                .isInstanceOf(MappingException.class)
                .hasMessage("router[0]: a packet with key 0x1 would enter it twice");
        keys.table(6).add(2, 2, NORTH);
        assertThatThrownBy(() -> keys.route(bench.fabric.routes(), 6, 2)).hasMessage("router[6]: port 2 leads nowhere");
    }
}
