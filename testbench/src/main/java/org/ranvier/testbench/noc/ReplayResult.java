package org.ranvier.testbench.noc;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened to every packet of a trace, one row per packet and destination in the order of the trace.
 *
 * @param deliveries the rows
 */
public record ReplayResult(List<Delivery> deliveries) {
    private static final long HASH_START = 1469598103934665603L;
    private static final long HASH_FACTOR = 1099511628211L;

    /**
     * One packet at one of its destinations.
     *
     * @param id line of the trace, from 0
     * @param source the sending node
     * @param destination the receiving node
     * @param flits its length
     * @param created the cycle in which it was created
     * @param injected the cycle in which its head left the source queue
     * @param headArrived the cycle in which its head reached the destination
     * @param tailArrived the cycle in which its tail did
     * @param hops routers passed
     */
    public record Delivery(
            long id,
            int source,
            int destination,
            int flits,
            long created,
            long injected,
            long headArrived,
            long tailArrived,
            int hops) {}

    /**
     * Totals over all rows.
     *
     * @param packets rows
     * @param lastCycle the last arrival of a tail, 0 without packets
     * @param sumPacketLatency sum of tail arrival minus creation
     * @param sumNetworkLatency sum of tail arrival minus injection
     * @param maxPacketLatency largest tail arrival minus creation
     * @param hashHex 64-bit FNV-1a over injection, head arrival, tail arrival and hops of every row, 16 hex digits
     */
    public record Summary(
            long packets,
            long lastCycle,
            long sumPacketLatency,
            long sumNetworkLatency,
            long maxPacketLatency,
            String hashHex) {}

    /** @return the totals */
    public Summary summary() {
        long last = 0;
        long sumPacket = 0;
        long sumNetwork = 0;
        long max = 0;
        long hash = HASH_START;
        for (final Delivery row : deliveries) {
            final long latency = row.tailArrived() - row.created();
            last = Math.max(last, row.tailArrived());
            sumPacket += latency;
            sumNetwork += row.tailArrived() - row.injected();
            max = Math.max(max, latency);
            hash = mix(mix(mix(mix(hash, row.injected()), row.headArrived()), row.tailArrived()), row.hops());
        }
        final String hex = Long.toHexString(hash);
        return new Summary(deliveries.size(), last, sumPacket, sumNetwork, max, "0".repeat(16 - hex.length()) + hex);
    }

    /** @return the rows as CSV lines with a header, without line ends */
    public List<String> csvLines() {
        final List<String> lines = new ArrayList<>(deliveries.size() + 1);
        lines.add("id,src,dst,size,ctime,itime,atime_head,atime_tail,hops");
        for (final Delivery row : deliveries) {
            lines.add(row.id() + "," + row.source() + "," + row.destination() + "," + row.flits() + "," + row.created()
                    + "," + row.injected() + "," + row.headArrived() + "," + row.tailArrived() + "," + row.hops());
        }
        return lines;
    }

    private static long mix(final long hash, final long value) {
        return (hash ^ value) * HASH_FACTOR;
    }
}
