package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.router.MeshSpec;
import org.ranvier.router.RouterSpec;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.noc.LatencySweep;
import org.ranvier.testbench.noc.PacketTrace;
import org.ranvier.testbench.noc.ReplayResult;
import org.ranvier.testbench.noc.RouterConfig;
import org.ranvier.testbench.noc.TraceReplay;
import org.ranvier.testbench.train.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ranvier noc}: the network without a chip. */
@Command(
        name = "noc",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "replay|sweep",
        description = "Studies the network without a chip.",
        subcommands = {NocCommand.Replay.class, NocCommand.Sweep.class})
final class NocCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    NocCommand() {}

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "noc: replay or sweep is missing");
    }

    /** The options that name a network. */
    static final class NetworkOptions {
        @Option(
                names = "--mesh",
                required = true,
                paramLabel = "KxL|cmeshKxL",
                description = "K columns and L rows of routers, with one node each or (cmesh) four.")
        private String mesh;

        @Option(
                names = "--config",
                required = true,
                paramLabel = "NAME|FILE.yaml",
                description = "The routers: c1, c4, l1, l4, s4, b1, b4, d4, i4, o4 or a file.")
        private String config;

        @Mixin
        private ThreadsOption threads;

        /** @return threads that simulate the mesh */
        int threads() {
            return threads.of(mesh());
        }

        MeshSpec mesh() {
            return MeshSpec.parse(mesh);
        }

        RouterSpec router() {
            return RouterConfig.load(config);
        }
    }

    /** {@code noc replay}. */
    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description =
                    "Sends the packets of a trace through the network and prints when they arrived, in sums and as a hash.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  ranvier noc replay --trace trace.csv --config c4 --mesh 4x4",
                "  ranvier noc replay --trace trace.csv --config router.yaml --mesh cmesh4x4 --out arrivals.csv"
            })
    static final class Replay implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(
                names = "--trace",
                required = true,
                paramLabel = "FILE.csv",
                description = "Packets: columns time,src,dst,size; a destination a+b is a multicast.")
        private Path trace;

        @Mixin
        private NetworkOptions network;

        @Option(names = "--out", paramLabel = "FILE.csv", description = "Write a line per packet and destination.")
        private Path out;

        Replay() {}

        @Override
        public Integer call() {
            final MeshSpec mesh = network.mesh();
            final RouterSpec router = network.router();
            if (out != null) {
                OutputFile.requireWritable("--out", out);
            }
            final ReplayResult result = TraceReplay.run(mesh, router, PacketTrace.read(trace), network.threads());
            if (out != null) {
                TraceReplay.write(result, out);
            }
            final ReplayResult.Summary summary = result.summary();
            final Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("packets", summary.packets());
            tree.put("last_cycle", summary.lastCycle());
            tree.put("sum_packet_latency", summary.sumPacketLatency());
            tree.put("sum_network_latency", summary.sumNetworkLatency());
            tree.put("max_packet_latency", summary.maxPacketLatency());
            tree.put("hash_hex", summary.hashHex());
            spec.commandLine().getOut().print(Json.pretty(tree));
            return 0;
        }
    }

    /** {@code noc sweep}. */
    @Command(
            name = "sweep",
            mixinStandardHelpOptions = true,
            description = {
                "Measures latency and throughput over the offered load, as BookSim2 does.",
                "A trace is of the first rate; those of further rates go to NAME-2.EXT and so on."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  ranvier noc sweep --mesh 8x8 --config c4 --traffic uniform --rates 0.05,0.1,0.2,0.3",
                "  ranvier noc sweep --mesh 4x4 --config c1 --traffic hotspot --nodes 5,6,9,10 --rates 0.02,0.05",
                "  ranvier noc sweep --mesh 4x4 --config c4 --traffic uniform --rates 0.2 --trace noc.vcd --trace-to 500"
            })
    static final class Sweep implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private NetworkOptions network;

        @Option(
                names = "--traffic",
                required = true,
                paramLabel = "PATTERN",
                description = "uniform, transpose, tornado, bitcomp or hotspot.")
        private String traffic;

        @Option(
                names = "--rates",
                required = true,
                split = ",",
                paramLabel = "R",
                description = "Offered packets per node and cycle, each 0..1.")
        private double[] rates;

        @Option(
                names = "--nodes",
                split = ",",
                paramLabel = "N",
                description = "The nodes that hotspot traffic goes to.")
        private int[] nodes;

        @Option(names = "--warm-up", paramLabel = "N", description = "Cycles before the measurement (default 5000).")
        private int warmUp = 5000;

        @Option(names = "--window", paramLabel = "N", description = "Cycles of the measurement (default 50000).")
        private int window = 50_000;

        @Option(names = "--seed", paramLabel = "S", description = "Seed of the traffic (default ${DEFAULT-VALUE}).")
        private long seed = 1;

        @Mixin
        private TraceOptions trace;

        @Option(names = "--out", paramLabel = "FILE.csv", description = "Write the table as CSV.")
        private Path out;

        Sweep() {}

        @Override
        public Integer call() {
            final MeshSpec mesh = network.mesh();
            final SweepTable table = new SweepTable(mesh, network.config, SweepTable.pattern(traffic, nodes), seed);
            for (final double rate : rates) {
                ConfigurationException.checkRange("--rates", rate, 0, 1);
            }
            final LatencySweep sweep =
                    new LatencySweep(mesh, network.router(), table.pattern(), warmUp, window, seed, network.threads());
            sweep.observer(Main.networkObserver(spec));
            if (out != null) {
                OutputFile.requireWritable("--out", out);
            }
            final PrintWriter print = spec.commandLine().getOut();
            print.print(table.header());
            for (final double rate : rates) {
                print.print(table.add(sweep.point(rate)));
                print.flush();
            }
            if (out != null) {
                OutputFile.write(out, table.csv());
            }
            return 0;
        }
    }
}
