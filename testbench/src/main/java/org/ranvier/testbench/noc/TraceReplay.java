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
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;
import org.ranvier.router.cycle.CycleFabric;
import org.ranvier.router.cycle.FlitMonitor;

/** Sends the packets of a trace through the exact network and notes when each copy arrives. */
public final class TraceReplay implements Component, FlitMonitor {
    private final Scheduler scheduler = new Scheduler();
    private final CycleFabric fabric;
    private final PacketTrace trace;
    private final boolean asTrees;

    /** Lines of the trace in the order of their creation; the fabric numbers packets in this order. */
    private final int[] order;

    private final int[] routes;
    private final int[] firstRow;
    private final ReplayResult.Delivery[] rows;
    private final Map<Long, Long> headArrivals = new HashMap<>();
    private final int id;
    private int next;

    private TraceReplay(final FabricSpec spec, final PacketTrace trace, final boolean asTrees) {
        this.trace = trace;
        this.asTrees = asTrees;
        trace.check(spec.mesh());
        fabric = new CycleFabric(scheduler, spec);
        fabric.monitor(this);
        id = scheduler.register(this);
        final int size = trace.packets().size();
        order = new int[size];
        routes = new int[size];
        firstRow = new int[size + 1];
        final List<Integer> lines = new ArrayList<>();
        for (int packet = 0; packet < size; packet++) {
            lines.add(packet);
            firstRow[packet + 1] = firstRow[packet]
                    + trace.packets().get(packet).destinations().size();
        }
        lines.sort(
                Comparator.comparingLong(packet -> trace.packets().get(packet).time()));
        for (int i = 0; i < size; i++) {
            order[i] = lines.get(i);
        }
        rows = new ReplayResult.Delivery[firstRow[size]];
        addRoutes();
    }

    /**
     * Replays a trace.
     *
     * @param mesh the mesh
     * @param router what every router is like
     * @param trace the packets
     * @return when every copy arrived
     * @throws ConfigurationException when the trace names a node that the mesh does not have
     */
    public static ReplayResult run(final MeshSpec mesh, final RouterSpec router, final PacketTrace trace) {
        return new TraceReplay(FabricSpec.lossless(mesh, router, FabricSpec.UNBOUNDED), trace, false).run();
    }

    /** Replays with every one-flit packet on the routers' replication path, also those with one destination. */
    static ReplayResult runAsTrees(final MeshSpec mesh, final RouterSpec router, final PacketTrace trace) {
        return new TraceReplay(FabricSpec.lossless(mesh, router, FabricSpec.UNBOUNDED), trace, true).run();
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
        sendThrough(0);
        scheduler.runThrough(Long.MAX_VALUE - 1);
        return new ReplayResult(List.of(rows));
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
        return tree ? fabric.routes().addTree(packet.source(), goals) : fabric.route(packet.source(), goals);
    }

    @Override
    public void queued(final long number, final int source, final int route, final long packet, final long cycle) {
        assert packet == order[(int) number];
    }

    @Override
    public void headArrived(final long number, final int destination, final long cycle) {
        headArrivals.put(number << 32 | destination, cycle);
    }

    @Override
    public void delivered(
            final long number, final int destination, final long injected, final long arrived, final int hops) {
        final int line = order[(int) number];
        final PacketTrace.Entry packet = trace.packets().get(line);
        rows[firstRow[line] + packet.destinations().indexOf(destination)] = new ReplayResult.Delivery(
                line,
                packet.source(),
                destination,
                packet.flits(),
                packet.time(),
                injected,
                headArrivals.remove(number << 32 | destination),
                arrived,
                hops);
    }
}
