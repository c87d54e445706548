package org.ranvier.router.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;

class BackPressureTest {
    private static final RouterSpec ROUTER = RouterSpec.islip(1, 4, 1, false);

    /** Takes packets only while open. */
    private static final class Gate implements Endpoint {
        private final List<String> taken = new ArrayList<>();
        private final List<Long> spaces = new ArrayList<>();
        private boolean open;
        private int offers;

        @Override
        public boolean offer(final long packet, final long cycle) {
            offers++;
            if (open) {
                taken.add(packet + "@" + cycle);
            }
            return open;
        }

        @Override
        public void spaceAvailable(final long cycle) {
            spaces.add(cycle);
        }
    }

    @Test
    void shouldKeepPacketsInOrderWhenTheEndpointRefuses() {
        final Bench bench = new Bench(CycleFabricTest.unbounded(MeshSpec.parse("3x1"), ROUTER));
        final Gate gate = new Gate();
        bench.fabric.attach(2, gate);
        final int route = bench.fabric.route(0, 2);
        for (int packet = 0; packet < 40; packet++) {
            bench.send(route, packet, 0);
        }
        bench.finish();
        final long stuck = bench.scheduler.cycle();
        assertThat(gate.offers).isEqualTo(1);
        assertThat(bench.fabric.inFlight()).isEqualTo(40);
        // Four flits at the node, four in each of the three routers' buffers, the rest in the queue.
        assertThat(bench.deliveries).hasSize(4);
        assertThat(FabricSpec.UNBOUNDED - bench.fabric.space(0)).isEqualTo(40 - 4 - 3 * 4);

        gate.open = true;
        bench.fabric.resume(2, 1000);
        bench.finish();

        assertThat(stuck).isLessThan(1000);
        assertThat(bench.fabric.inFlight()).isZero();
        assertThat(gate.taken).hasSize(40).startsWith("0@1001", "1@1002", "2@1003", "3@1004");
        assertThat(gate.taken.stream().map(text -> Integer.parseInt(text.split("@")[0])))
                .isSorted();
    }

    @Test
    void shouldOfferAgainOnlyAfterResumeWhenRefused() {
        final Bench bench = new Bench(CycleFabricTest.unbounded(MeshSpec.parse("2x1"), ROUTER));
        final Gate gate = new Gate();
        bench.fabric.attach(1, gate);
        bench.send(bench.fabric.route(0, 1), 7, 0);
        bench.finish();
        bench.fabric.resume(1, 100);
        bench.finish();
        assertThat(gate.offers).isEqualTo(2);
        gate.open = true;
        bench.fabric.resume(1, 200);
        bench.finish();

        assertThat(gate.offers).isEqualTo(3);
        assertThat(gate.taken).containsExactly("7@201");
        bench.fabric.resume(1, 300);
        assertThat(bench.scheduler.isIdle()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void shouldTellOfSpaceOnceWhenAFullQueueGetsRoom(final int depth) {
        final Bench bench = new Bench(FabricSpec.lossless(MeshSpec.parse("2x1"), ROUTER, depth));
        final Gate gate = new Gate();
        bench.fabric.attach(0, gate);
        final int route = bench.fabric.route(0, 1);
        for (int packet = 0; packet < depth; packet++) {
            bench.send(route, packet, 10);
        }
        bench.finish();

        assertThat(gate.spaces).containsExactly(10L);
    }
}
