package org.ranvier.router.cycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;

/** A network on a clock of its own that notes every delivery as {@code n>node@cycle/hops}, n counting packets as they are sent. */
final class Bench implements FabricMonitor {
    final Scheduler scheduler = new Scheduler();
    final CycleFabric fabric;
    final List<String> deliveries = new ArrayList<>();
    private final Map<Long, Integer> numbers = new HashMap<>();

    Bench(final FabricSpec spec, final boolean skipping) {
        fabric = new CycleFabric(scheduler, spec, skipping);
        fabric.addMonitor(this);
    }

    Bench(final FabricSpec spec) {
        this(spec, true);
    }

    /** Sends one packet that the injector sees in {@code cycle}. */
    void send(final int route, final long packet, final long cycle) {
        fabric.send(fabric.routes().source(route), route, packet, cycle - 1);
    }

    /** Numbers packets as another network did that was sent the same ones. */
    void numberLike(final Bench other) {
        numbers.putAll(other.numbers);
    }

    void finish() {
        scheduler.runThrough(Long.MAX_VALUE - 1);
    }

    @Override
    public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
        numbers.put(id, numbers.size());
    }

    @Override
    public void delivered(
            final long id, final int destination, final long injected, final long arrived, final int hops) {
        deliveries.add(numbers.get(id) + ">" + destination + "@" + (arrived - injected) + "/" + hops + " " + arrived);
    }
}
