package org.ranvier.router.ideal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;
import org.ranvier.router.cycle.CycleFabric;

class IdealFabricTest {
    private static final FabricSpec SPEC =
            FabricSpec.lossless(MeshSpec.parse("4x3"), RouterSpec.islip(4, 8, 0, false), 64);

    private final Scheduler scheduler = new Scheduler();
    private final IdealFabric fabric = new IdealFabric(scheduler, SPEC);
    private final List<String> taken = new ArrayList<>();
    private boolean open = true;

    private Endpoint sink(final int node) {
        return new Endpoint() {
            @Override
            public boolean offer(final long packet, final long cycle) {
                if (open) {
                    taken.add(packet + ">" + node + "@" + cycle);
                }
                return open;
            }

            @Override
            public void spaceAvailable(final long cycle) {
                throw new AssertionError("an ideal fabric is never full");
            }
        };
    }

    @Test
    void shouldTakeTheZeroLoadLatencyWhenManyPacketsMeet() {
        fabric.attach(5, sink(5));
        fabric.attach(14, sink(14));
        for (int packet = 0; packet < 3; packet++) {
            fabric.send(0, fabric.route(0, 5, 14), packet, 9);
        }
        assertThat(fabric.inFlight()).isEqualTo(6);
        scheduler.runThrough(1000);

        // Three routers to node 5, three to the host of row 2.
        assertThat(taken).containsExactly("0>5@24", "0>14@24", "1>5@24", "1>14@24", "2>5@24", "2>14@24");
        assertThat(fabric.inFlight()).isZero();
    }

    @Test
    void shouldKeepOrderWhenTheEndpointRefuses() {
        fabric.attach(0, sink(0));
        open = false;
        final int route = fabric.route(0, 0);
        fabric.send(0, route, 1, 0);
        fabric.send(0, route, 2, 3);
        scheduler.runThrough(50);
        assertThat(taken).isEmpty();
        open = true;
        fabric.resume(0, 60);
        fabric.resume(0, 60);
        scheduler.runThrough(1000);

        assertThat(taken).containsExactly("1>0@61", "2>0@61");
    }

    @Test
    void shouldCountWhatTheExactFabricCountsWhenPathsAreEqual() {
        final Scheduler clock = new Scheduler();
        final CycleFabric exact = new CycleFabric(clock, SPEC);
        final Ledger exactLedger = new Ledger();
        final Ledger idealLedger = new Ledger();
        exact.openRows(exactLedger);
        fabric.openRows(idealLedger);
        for (final Fabric each : List.of(exact, fabric)) {
            each.send(3, each.route(3, 8, 9, 13), 1, 0);
            each.send(2, each.route(2, 6), 1, 0);
        }
        clock.runThrough(1000);
        scheduler.runThrough(1000);

        assertThat(totals(idealLedger)).isEqualTo(totals(exactLedger)).isNotEqualTo(new long[12]);
    }

    private static long[] totals(final Ledger ledger) {
        final long[] totals = new long[12];
        for (final LedgerRow row : ledger.rows()) {
            for (int kind = 0; kind < totals.length; kind++) {
                totals[kind] += row.counts()[kind];
            }
        }
        return totals;
    }
}
