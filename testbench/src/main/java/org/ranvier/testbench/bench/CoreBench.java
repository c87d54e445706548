package org.ranvier.testbench.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ranvier.core.cpu.Core;
import org.ranvier.programs.chip.FabricKind;
import org.ranvier.programs.networks.NetworkChip;
import org.ranvier.programs.networks.NetworkSpec;
import org.ranvier.testbench.network.NetworkTiles;
import org.ranvier.testbench.network.RunTime;

/** Speed of cores on the benchmark networks, one thread, in synaptic events per second of processor time; heap per synapse. */
public final class CoreBench {
    private static final int WARM_UP = 3;

    private final int repeats;

    /** Every chip whose heap was measured: one that might or might not be collected would count for nothing. */
    private final List<NetworkChip> kept = new ArrayList<>();

    /**
     * @param repeats measurements of which the median is taken, at least 1
     */
    public CoreBench(final int repeats) {
        this.repeats = repeats;
    }

    /**
     * Measures.
     *
     * @param results gets every figure as soon as it is known
     */
    public void run(final Consumer<Figure> results) {
        results.accept(heap(NetworkSpec.PB_S));
        results.accept(heap(NetworkSpec.PB_M));
        results.accept(heap(NetworkSpec.PB_L));
        kept.clear();
        results.accept(speed(NetworkSpec.PB_S, FabricKind.IDEAL, 2000));
        results.accept(speed(NetworkSpec.PB_S, FabricKind.CYCLE, 1000));
        results.accept(speed(NetworkSpec.PB_M, FabricKind.CYCLE, 100));
        results.accept(speed(NetworkSpec.PB_L, FabricKind.IDEAL, 50));
        results.accept(speed(NetworkSpec.PB_L, FabricKind.CYCLE, 50));
        results.accept(speed(NetworkSpec.PB_P, FabricKind.CYCLE, 500));
    }

    private Figure heap(final NetworkSpec network) {
        return Figure.of("heap of " + network.name(), "bytes/synapse", repeats, () -> {
            final long before = Heap.used();
            kept.add(new NetworkChip(network, NetworkTiles.CHIP));
            return (double) (Heap.used() - before) / network.synapses();
        });
    }

    private Figure speed(final NetworkSpec network, final FabricKind fabric, final int steps) {
        final NetworkChip chip = new NetworkChip(network, NetworkTiles.CHIP.withFabric(fabric));
        for (int i = 0; i < WARM_UP; i++) {
            chip.run(steps);
        }
        return Figure.of(network.name() + ", " + fabric.label() + " fabric", "events/s", repeats, () -> {
            final long before = events(chip);
            final RunTime time = RunTime.of(() -> chip.run(steps));
            return (events(chip) - before) / time.cpuSeconds();
        });
    }

    private static long events(final NetworkChip chip) {
        return chip.chip().cores().stream().mapToLong(Core::scatterAdds).sum();
    }
}
