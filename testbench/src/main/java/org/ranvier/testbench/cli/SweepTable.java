package org.ranvier.testbench.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.router.MeshSpec;
import org.ranvier.testbench.noc.LatencySweep;

/** The table of a latency sweep, as CSV; packets have one flit, so packet and flit rates are the same. */
final class SweepTable {
    private static final String HOTSPOT = "hotspot";

    private final String network;
    private final String pattern;
    private final long seed;
    private final StringBuilder csv = new StringBuilder();

    /**
     * @param mesh the mesh
     * @param config the routers, as the user named them
     * @param pattern the traffic
     * @param seed its seed
     */
    SweepTable(final MeshSpec mesh, final String config, final String pattern, final long seed) {
        this.network = mesh + "," + config;
        this.pattern = pattern;
        this.seed = seed;
    }

    /**
     * Joins the traffic options.
     *
     * @param traffic the pattern's name
     * @param nodes the nodes of hotspot traffic, or null
     * @return the pattern as the sweep takes it
     */
    static String pattern(final String traffic, final int[] nodes) {
        if (traffic.equals(HOTSPOT) != (nodes != null)) {
            throw new ConfigurationException(
                    nodes == null
                            ? "--traffic: hotspot needs --nodes"
                            : "--nodes: belongs to --traffic hotspot, not to " + traffic);
        }
        return nodes == null
                ? traffic
                : HOTSPOT + ":"
                        + Arrays.stream(nodes).mapToObj(Integer::toString).collect(Collectors.joining("+"));
    }

    String pattern() {
        return pattern;
    }

    /** @return the header line */
    String header() {
        return line("mesh,config,traffic,rate_flits_node_cycle,seed,stable,avg_packet_latency,avg_network_latency,"
                + "avg_hops_routers,accepted_flit_rate,max_packet_latency,packets");
    }

    /**
     * Adds a point; latencies of one that is not stable are left out.
     *
     * @param point the point
     * @return its line
     */
    String add(final LatencySweep.Point point) {
        final String latencies = point.stable()
                ? String.format(
                        Locale.ROOT,
                        "1,%.4f,%.4f,%.5f,%.6f,%d",
                        point.meanPacketLatency(),
                        point.meanNetworkLatency(),
                        point.meanHops(),
                        point.acceptedRate(),
                        point.maxPacketLatency())
                : String.format(Locale.ROOT, "0,nan,nan,nan,%.6f,nan", point.acceptedRate());
        return line(String.format(
                Locale.ROOT, "%s,%s,%s,%d,%s,%d", network, pattern, number(point), seed, latencies, point.packets()));
    }

    /** @return all lines so far */
    String csv() {
        return csv.toString();
    }

    private static String number(final LatencySweep.Point point) {
        return String.format(Locale.ROOT, "%.6f", point.rate())
                .replaceFirst("0+$", "")
                .replaceFirst("\\.$", "");
    }

    private String line(final String text) {
        csv.append(text).append('\n');
        return text + "\n";
    }
}
