package org.ranvier.testbench.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.state.StateWriter;
import org.ranvier.programs.networks.NetworkChip;
import org.ranvier.programs.networks.NetworkSpec;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.parts.CycleNetwork;
import org.ranvier.router.traffic.BernoulliTraffic;
import org.ranvier.router.traffic.TrafficPattern;
import org.ranvier.testbench.network.NetworkTiles;
import org.ranvier.testbench.noc.RouterConfig;

/**
 * What two threads gain on one chip and on one network: wall time with one and with two, in turn in one warm process, and the ratio
 * of the medians. Both come to the same state, or it is an error.
 */
public final class ThreadsBench {
    private static final int WARM_UP = 2;
    private static final int STEPS = 40;
    private static final int CYCLES = 2_000;
    private static final double NANOSECOND = 1e-9;

    private final int repeats;

    /** Something that goes on from where it is and can be compared. */
    private interface Subject {
        void go();

        Object state();
    }

    /**
     * @param repeats pairs of measurements, at least 1
     */
    public ThreadsBench(final int repeats) {
        this.repeats = repeats;
    }

    /**
     * Measures.
     *
     * @param results gets every figure as soon as it is known
     */
    public void run(final Consumer<Figure> results) {
        compare("PB-L, cycle fabric, " + STEPS + " steps", new Chip(1), new Chip(2), results);
        compare("mesh 16x16 c4 uniform 0.3, " + CYCLES + " cycles", new Mesh(1), new Mesh(2), results);
    }

    private void compare(final String name, final Subject one, final Subject two, final Consumer<Figure> results) {
        for (int i = 0; i < WARM_UP; i++) {
            one.go();
            two.go();
        }
        final double[] alone = new double[repeats];
        final double[] together = new double[repeats];
        for (int i = 0; i < repeats; i++) {
            alone[i] = seconds(one);
            together[i] = seconds(two);
        }
        if (!one.state().equals(two.state())) {
            throw new ModelViolationException(0, name, "one thread and two do not come to the same state");
        }
        final Figure first = Figure.of(name + ", one thread", "s", alone);
        final Figure second = Figure.of(name + ", two threads", "s", together);
        final Figure pairs = Figure.of(
                name,
                "times",
                IntStream.range(0, repeats)
                        .mapToDouble(i -> alone[i] / together[i])
                        .toArray());
        results.accept(first);
        results.accept(second);
        results.accept(
                new Figure(name + ", gain", "times", first.median() / second.median(), pairs.least(), pairs.most()));
    }

    private static double seconds(final Subject subject) {
        final long start = System.nanoTime();
        subject.go();
        return (System.nanoTime() - start) * NANOSECOND;
    }

    /** PB-L from rest. */
    private static final class Chip implements Subject {
        private final NetworkChip chip;

        Chip(final int threads) {
            chip = new NetworkChip(NetworkSpec.PB_L, NetworkTiles.CHIP.withThreads(threads));
        }

        @Override
        public void go() {
            chip.run(STEPS);
        }

        @Override
        public Object state() {
            final List<Object> state = new ArrayList<>();
            state.add(chip.chip().cycle());
            chip.chip().cores().forEach(core -> {
                final StateWriter out = new StateWriter();
                core.save(out);
                state.add(Arrays.hashCode(out.toByteArray()));
            });
            return state;
        }
    }

    /** A loaded network, on and on. */
    private static final class Mesh implements Subject {
        private static final long FOREVER = Long.MAX_VALUE / 8;

        private final CycleNetwork network;

        Mesh(final int threads) {
            final MeshSpec mesh = MeshSpec.parse("16x16");
            network =
                    new CycleNetwork(FabricSpec.lossless(mesh, RouterConfig.load("c4"), FabricSpec.UNBOUNDED), threads);
            for (int part = 0; part < network.parts(); part++) {
                new BernoulliTraffic(
                                network.scheduler(part),
                                network.part(part),
                                network.firstNode(part),
                                network.firstNode(part + 1),
                                TrafficPattern.parse("uniform", mesh),
                                0.3,
                                1)
                        .start(0, FOREVER);
            }
        }

        @Override
        public void go() {
            network.timeline().runThrough(Math.max(0, network.timeline().cycle()) + CYCLES);
        }

        @Override
        public Object state() {
            final List<Long> state = new ArrayList<>();
            state.add(network.timeline().cycle());
            state.add(network.fabric().inFlight());
            state.add(IntStream.range(0, network.parts())
                    .mapToLong(part -> network.part(part).flitHops())
                    .sum());
            return state;
        }
    }
}
