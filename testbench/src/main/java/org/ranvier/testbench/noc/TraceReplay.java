package org.ranvier.testbench.noc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.agrona.collections.Long2LongHashMap;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;
import org.ranvier.router.cycle.CycleFabric;
import org.ranvier.router.parts.CycleNetwork;

/** Sends the packets of a trace through the exact network and notes when each copy arrives. */
public final class TraceReplay implements FabricMonitor {
    private final CycleNetwork network;
    private final PacketTrace trace;
    private final boolean asTrees;
    private final int[] routes;
    private final int[] firstRow;
    private final ReplayResult.Delivery[] rows;

    /** Lines of the trace by the number of their packet. */
    private final Long2LongHashMap lines = new Long2LongHashMap(-1);

    /** Cycles by line and destination. */
    private final Map<Long, Long> headArrivals = new HashMap<>();

    private TraceReplay(final CycleNetwork network, final PacketTrace trace, final boolean asTrees) {
        this.trace = trace;
        this.asTrees = asTrees;
        this.network = network;
        network.fabric().addMonitor(this);
        final int size = trace.packets().size();
        routes = new int[size];
        firstRow = new int[size + 1];
        for (int packet = 0; packet < size; packet++) {
            firstRow[packet + 1] = firstRow[packet]
                    + trace.packets().get(packet).destinations().size();
        }
        rows = new ReplayResult.Delivery[firstRow[size]];
        addRoutes();
    }

    /** Sends what the nodes of one part of the network send. */
    private final class Sender implements Component {
        private final Scheduler scheduler;
        private final CycleFabric fabric;

        /** Lines of the trace in the order of their creation. */
        private final int[] order;

        private final int id;
        private int next;

        Sender(final int part) {
            scheduler = network.scheduler(part);
            fabric = network.part(part);
            order = IntStream.range(0, routes.length)
                    .filter(line -> network.ofNode(trace.packets().get(line).source()) == part)
                    .boxed()
                    .sorted(Comparator.comparingLong(
                            line -> trace.packets().get(line).time()))
                    .mapToInt(Integer::intValue)
                    .toArray();
            id = scheduler.register(this);
            sendThrough(0);
        }

        @Override
        public void onEvent(final long cycle, final int phase) {
            sendThrough(cycle + 1);
        }

        /** Queues everything that is created up to a cycle, and asks to be called before the next creation. */
        private void sendThrough(final long created) {
            while (next < order.length) {
                final PacketTrace.Entry packet = trace.packets().get(order[next]);
                if (packet.time() > created) {
                    scheduler.schedule(packet.time() - 1, Phase.COMPUTE, id);
                    return;
                }
                final int line = order[next++];
                fabric.send(packet.source(), routes[line], line, packet.flits(), created - 1);
            }
        }
    }

    /**
     * Replays a trace.
     *
     * @param mesh the mesh
     * @param router what every router is like
     * @param trace the packets
     * @param threads that simulate it, at least 1; no influence on the result
     * @return when every copy arrived
     * @throws ConfigurationException when the trace names a node that the mesh does not have
     */
    public static ReplayResult run(
            final MeshSpec mesh, final RouterSpec router, final PacketTrace trace, final int threads) {
        trace.check(mesh);
        return run(new CycleNetwork(FabricSpec.lossless(mesh, router, FabricSpec.UNBOUNDED), threads), trace, false);
    }

    /**
     * Replays a trace on a network that has carried nothing.
     *
     * @param network the network, whose nodes the trace names
     * @param trace the packets
     * @param asTrees whether every one-flit packet takes the routers' replication path, also those with one destination
     * @return when every copy arrived
     */
    static ReplayResult run(final CycleNetwork network, final PacketTrace trace, final boolean asTrees) {
        return new TraceReplay(network, trace, asTrees).run();
    }

    /**
     * Writes the rows of a replay, by way of a temporary file in the same directory.
     *
     * @param result the rows
     * @param file the CSV file to write
     * @throws ConfigurationException when it cannot be written
     */
    public static void write(final ReplayResult result, final Path file) {
        final Path target = file.toAbsolutePath();
        try {
            final Path temporary = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".tmp");
            try {
                Files.write(temporary, result.csvLines(), StandardCharsets.UTF_8);
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (final IOException e) {
            throw new ConfigurationException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private ReplayResult run() {
        for (int part = 0; part < network.parts(); part++) {
            new Sender(part);
        }
        network.timeline().runThrough(Long.MAX_VALUE - 1);
        return new ReplayResult(List.of(rows));
    }

    private void addRoutes() {
        final Map<List<Integer>, Integer> known = new HashMap<>();
        for (int line = 0; line < routes.length; line++) {
            final PacketTrace.Entry packet = trace.packets().get(line);
            final boolean tree = asTrees && packet.flits() == 1;
            final List<Integer> key = new ArrayList<>(packet.destinations());
            key.add(packet.source());
            key.add(tree ? 1 : 0);
            routes[line] = known.computeIfAbsent(key, ignored -> addRoute(packet, tree));
        }
    }

    private int addRoute(final PacketTrace.Entry packet, final boolean tree) {
        final int[] goals =
                packet.destinations().stream().mapToInt(Integer::intValue).toArray();
        return tree
                ? network.part(0).routes().addTree(packet.source(), goals)
                : network.fabric().route(packet.source(), goals);
    }

    @Override
    public void queued(final long number, final int source, final int route, final long packet, final long cycle) {
        lines.put(number, packet);
    }

    @Override
    public boolean seesFlits() {
        return true;
    }

    @Override
    public void headArrived(final long number, final int destination, final long cycle) {
        headArrivals.put(lines.get(number) << 32 | destination, cycle);
    }

    @Override
    public void delivered(
            final long number, final int destination, final long injected, final long arrived, final int hops) {
        final int line = (int) lines.get(number);
        final PacketTrace.Entry packet = trace.packets().get(line);
        rows[firstRow[line] + packet.destinations().indexOf(destination)] = new ReplayResult.Delivery(
                line,
                packet.source(),
                destination,
                packet.flits(),
                packet.time(),
                injected,
                headArrivals.remove((long) line << 32 | destination),
                arrived,
                hops);
    }
}
