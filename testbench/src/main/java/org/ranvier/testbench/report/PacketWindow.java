package org.ranvier.testbench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.agrona.collections.Long2LongHashMap;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.packet.Packet;

/** The packets of a few samples: latencies of all of them, and who sent what when, up to a limit. */
final class PacketWindow implements FabricMonitor {
    /** Packets whose time, sender and key are written; a raster with more is a grey area. */
    private static final int MOST = 20_000;

    /** By cycle, then sender, kind and key: an order that does not depend on how many threads simulate the chip. */
    private static final Comparator<long[]> ORDER = Comparator.<long[]>comparingLong(dot -> dot[0])
            .thenComparingLong(dot -> dot[1])
            .thenComparingLong(dot -> dot[2])
            .thenComparingLong(dot -> dot[3]);

    private final SortedMap<Long, Long> latencies = new TreeMap<>();
    private final Long2LongHashMap queued = new Long2LongHashMap(-1);
    private final List<long[]> dots = new ArrayList<>();
    private long begin;
    private int samples;

    /** Empties it; a window that begins again has forgotten the earlier one. */
    void begin(final long cycle) {
        latencies.clear();
        queued.clear();
        dots.clear();
        samples = 0;
        begin = cycle;
    }

    void sampleDone() {
        samples++;
    }

    int samples() {
        return samples;
    }

    @Override
    public void queued(final long id, final int source, final int route, final long packet, final long cycle) {
        queued.put(id, cycle);
        dots.add(new long[] {cycle - begin, source, Packet.kind(packet), Packet.key(packet)});
    }

    @Override
    public void delivered(
            final long id, final int destination, final long injected, final long arrived, final int hops) {
        latencies.merge(arrived - queued.get(id), 1L, Long::sum);
    }

    /** @return keys and values for the data file */
    Map<String, Object> describe() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("samples", samples);
        map.put("packets", dots.size());
        map.put("latency_cycles", List.copyOf(latencies.keySet()));
        map.put("latency_count", List.copyOf(latencies.values()));
        map.put("raster", dots.stream().sorted(ORDER).limit(MOST).toList());
        return map;
    }
}
