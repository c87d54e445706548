package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.networks.NetworkChip;
import org.ranvier.programs.networks.NetworkSpec;
import org.ranvier.testbench.config.ChipFile;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.EnergyProfiles;
import org.ranvier.testbench.network.NetworkReport;
import org.ranvier.testbench.network.NetworkRun;
import org.ranvier.testbench.network.NetworkTiles;
import org.ranvier.testbench.network.RunTime;
import org.ranvier.testbench.report.CorePlace;
import org.ranvier.testbench.report.SampleRecorder;
import org.ranvier.testbench.train.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ranvier network}: the benchmark networks. */
@Command(
        name = "network",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs a benchmark network of closed form on a mesh of 8 x 4 tiles of four cores; prints JSON.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier network pb-s --steps 1000                            1000 neurons of 100 synapses on 16 cores",
            "  ranvier network pb-s --steps 1000 --profile loihi-sanafe     at the prices of SANA-FE's Loihi",
            "  ranvier network pb-l --steps 50 --fabric ideal               16,384 neurons of 64 synapses on 128 cores",
            "  ranvier network pb-p --steps 100                             plastic synapses",
            "  ranvier network pb-s --steps 100 --report                    a page with a floor plan and a raster",
            "",
            "Networks: pb-s; pb-m, every neuron on every neuron; pb-l; pb-p, pb-s that learns by spike timing."
        })
final class NetworkCommand implements Callable<Integer> {
    private static final int MOST_STEPS = 1 << 24;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "pb-s|pb-m|pb-l|pb-p", description = "The network.")
    private String network;

    @Option(names = "--steps", required = true, paramLabel = "T", description = "Steps, 1.." + MOST_STEPS + ".")
    private int steps;

    @Option(
            names = "--fabric",
            paramLabel = "cycle|ideal",
            description = "Routers cycle by cycle, or zero-load latency without contention (default ${DEFAULT-VALUE}).")
    private String fabric = "cycle";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Energy profile of operations or of hardware events, a name or a file"
                    + " (default ${DEFAULT-VALUE}).")
    private String profile = EnergyProfiles.DEFAULT;

    @Mixin
    private FaultOptions faults;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private ResultOptions results;

    @Mixin
    private TraceOptions trace;

    NetworkCommand() {}

    @Override
    public Integer call() {
        final NetworkSpec wanted = NetworkTiles.network(network);
        ConfigurationException.checkRange("--steps", steps, 1, MOST_STEPS);
        final EnergyProfile prices = EnergyProfiles.load(profile);
        final Path directory = results.directory("network-" + network);
        try (RunProgress progress = new RunProgress(network, steps, " steps")) {
            final ChipSpec chip = faults.apply(NetworkTiles.CHIP
                    .withFabric(ChipFile.parseFabric("--fabric", fabric))
                    .withThreads(threads.of(NetworkTiles.CHIP.mesh())));
            final NetworkRun run = new NetworkRun(wanted, chip, progress::done);
            run.chip().chip().faults().check();
            Main.observer(spec).built(run.chip().chip(), chip);
            final SampleRecorder recorder = directory == null ? null : recorder(run.chip(), prices);
            final RunTime time = RunTime.of(() -> run.run(steps));
            final Map<String, Object> result =
                    NetworkReport.of(run.chip(), run.result(), prices, time.wallSeconds(), time.cpuSeconds());
            FaultOptions.report(run.chip().chip(), result, spec.commandLine().getErr());
            spec.commandLine().getOut().print(Json.pretty(result));
            Main.observer(spec).finished(result);
            if (directory != null) {
                results.write(
                        directory,
                        result,
                        recorder.describe(),
                        spec.commandLine().getErr());
            }
        }
        return 0;
    }

    private SampleRecorder recorder(final NetworkChip chip, final EnergyProfile prices) {
        final List<CorePlace> places = new ArrayList<>();
        for (int core = 0; core < chip.network().cores(); core++) {
            places.add(CorePlace.of(
                    chip.chip().cores().get(core),
                    "core " + core,
                    Integer.toString(core),
                    chip.network().neuronsOf(core)));
        }
        return SampleRecorder.of(Main.words(spec), chip.chip(), chip.spec(), places, prices);
    }
}
