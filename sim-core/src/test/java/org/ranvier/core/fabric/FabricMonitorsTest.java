package org.ranvier.core.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FabricMonitorsTest {
    private final List<String> heard = new ArrayList<>();

    private final class Named implements FabricMonitor {
        private final String name;
        private final boolean flits;

        Named(final String name, final boolean flits) {
            this.name = name;
            this.flits = flits;
        }

        @Override
        public boolean seesFlits() {
            return flits;
        }

        @Override
        public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
            heard.add(name + " queued " + id + source + route + packet + cycle);
        }

        @Override
        public void delivered(
                final long id, final int destination, final long injected, final long arrived, final int hops) {
            heard.add(name + " delivered " + id + destination + injected + arrived + hops);
        }

        @Override
        public void headArrived(final long id, final int destination, final long cycle) {
            heard.add(name + " head " + id + destination + cycle);
        }

        @Override
        public void injected(final long id, final int source, final boolean last, final long cycle) {
            heard.add(name + " injected " + id + source + last + cycle);
        }

        @Override
        public void buffered(final int router, final int port, final int change, final long cycle) {
            heard.add(name + " buffered " + router + port + change + cycle);
        }

        @Override
        public void passed(final long id, final int router, final int port, final long cycle) {
            heard.add(name + " passed " + id + router + port + cycle);
        }
    }

    private final FabricMonitor a = new Named("a", false);
    private final FabricMonitor b = new Named("b", true);

    @Test
    void shouldBeTheOnlyListenerItself() {
        assertThat(FabricMonitors.with(null, a)).isSameAs(a);
        assertThat(FabricMonitors.without(FabricMonitors.with(a, b), a)).isSameAs(b);
        assertThat(FabricMonitors.without(a, a)).isNull();
        assertThat(FabricMonitors.without(null, a)).isNull();
        assertThat(FabricMonitors.without(b, a)).isSameAs(b);
    }

    @Test
    void shouldTellEverybodyEverything() {
        final FabricMonitor both = FabricMonitors.with(a, b);

        both.queued(1, 2, 3, 4, 5);
        both.delivered(1, 2, 3, 4, 5);
        both.headArrived(1, 2, 3);
        both.injected(1, 2, true, 3);
        both.buffered(1, 2, -1, 3);
        both.passed(1, 2, 3, 4);

        assertThat(heard)
                .containsExactly(
                        "a queued 12345",
                        "b queued 12345",
                        "a delivered 12345",
                        "b delivered 12345",
                        "a head 123",
                        "b head 123",
                        "a injected 12true3",
                        "b injected 12true3",
                        "a buffered 12-13",
                        "b buffered 12-13",
                        "a passed 1234",
                        "b passed 1234");
    }

    @Test
    void shouldSeeFlitsAsSoonAsOneDoes() {
        final FabricMonitor other = new Named("c", false);

        assertThat(FabricMonitors.with(a, other).seesFlits()).isFalse();
        assertThat(FabricMonitors.with(a, b).seesFlits()).isTrue();
        assertThat(FabricMonitors.without(FabricMonitors.with(FabricMonitors.with(a, b), other), b)
                        .seesFlits())
                .isFalse();
    }
}
