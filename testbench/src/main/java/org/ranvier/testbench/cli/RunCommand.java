package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.app.AppChip;
import org.ranvier.testbench.app.AppReader;
import org.ranvier.testbench.app.AppResult;
import org.ranvier.testbench.app.AppRun;
import org.ranvier.testbench.app.AppSpec;
import org.ranvier.testbench.app.AppSummary;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.energy.EnergyReport;
import org.ranvier.testbench.fault.FaultReport;
import org.ranvier.testbench.report.CorePlace;
import org.ranvier.testbench.report.SampleRecorder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ranvier run}: a user's own chip. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a chip of your own: programs, routes, stimulus and probes described by one YAML file.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier run examples/first-spike/app.yaml            prints a raster of spikes",
            "  ranvier run examples/stdp/app.yaml --out results     writes CSV files and summary.json",
            "",
            "docs/run.md lists the keys of the file."
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "APP.yaml", description = "The app.")
    private Path file;

    @Option(names = "--seed", paramLabel = "S", description = "Takes the place of the file's seed.")
    private Long seed;

    @Option(names = "--samples", paramLabel = "N", description = "Takes the place of the file's number of samples.")
    private Integer samples;

    @Mixin
    private EnergyOptions profile;

    @Mixin
    private FaultOptions faults;

    @Mixin
    private ThreadsOption threads;

    @Mixin
    private ResultOptions results;

    @Mixin
    private TraceOptions trace;

    RunCommand() {}

    @Override
    public Integer call() {
        final EnergyProfile prices = profile.profile();
        final AppChip chip = new AppChip(app());
        chip.chip().faults().check();
        final Path directory = results.directory(chip.spec().name());
        Main.observer(spec).built(chip.chip(), chip.spec().chip());
        final PrintWriter print = spec.commandLine().getOut();
        final SampleRecorder recorder = directory == null ? null : recorder(chip, prices);
        final long start = System.nanoTime();
        final AppResult result;
        try (RunProgress progress =
                new RunProgress(chip.spec().name(), chip.spec().samples())) {
            result = new AppRun(chip).run(directory, print, progress::done);
        }
        final double seconds = (System.nanoTime() - start) * 1e-9;
        final EnergyReport energy = EnergyReport.of(
                chip.chip().ledger(),
                prices,
                result.chipSeconds(),
                result.cores().size(),
                result.app().chip().mesh().routers());
        final Map<String, Object> summary = AppSummary.of(result, energy, Version.number(), seconds);
        FaultReport.put(summary, chip.chip());
        print(result, energy, print);
        FaultReport.lines(chip.chip()).forEach(print::println);
        Main.observer(spec).finished(summary);
        if (directory != null) {
            results.write(directory, summary, recorder.describe(), print);
        }
        return 0;
    }

    private SampleRecorder recorder(final AppChip app, final EnergyProfile prices) {
        final List<CorePlace> places = new ArrayList<>();
        for (int i = 0; i < app.chip().cores().size(); i++) {
            final String name = app.name(i);
            final Core core = app.chip().cores().get(i);
            final Path source = Path.of(core.program().name()).getFileName();
            places.add(CorePlace.of(core, name + " (" + source + ")", name, 0));
        }
        return SampleRecorder.of(Main.words(spec), app.chip(), app.spec().chip(), places, prices);
    }

    private AppSpec app() {
        AppSpec app = AppReader.read(file);
        if (seed != null) {
            app = app.withSeed(seed);
        }
        if (samples != null) {
            app = app.withSamples(ConfigurationException.checkRange("--samples", samples, 1, Integer.MAX_VALUE));
        }
        return app.withChip(
                faults.apply(app.chip().withThreads(threads.of(app.chip().mesh()))));
    }

    private static String unpriced(final EnergyReport energy) {
        return energy.complete() ? "" : ", which has no price for " + String.join(", ", energy.missing());
    }

    private static void print(final AppResult result, final EnergyReport energy, final PrintWriter print) {
        final AppSpec app = result.app();
        print.printf(
                Locale.ROOT,
                "%n%s on a %s chip, %s fabric: %d x %d ticks, %d cycles, %.6g s on the chip%n",
                app.name(),
                app.chip().mesh(),
                app.chip().fabric().label(),
                app.samples(),
                app.ticks(),
                result.cycles(),
                result.chipSeconds());
        print.printf(
                Locale.ROOT,
                "packets: %d from the host, %d to the host, %d sent by cores%n",
                result.hostSent(),
                result.hostReceived(),
                result.coresSent());
        print.printf(
                Locale.ROOT, "energy: %.4g J with profile %s%s%n", energy.joules(), energy.profile(), unpriced(energy));
        print.printf(
                Locale.ROOT,
                "%-12s %5s %12s %12s %12s %12s %10s %13s%n",
                "core",
                "node",
                "busy",
                "array stall",
                "send stall",
                "barrier wait",
                "packets",
                "coincidences");
        for (final AppResult.CoreResult core : result.cores()) {
            print.printf(
                    Locale.ROOT,
                    "%-12s %5d %12d %12d %12d %12d %10d %13d%n",
                    core.name(),
                    core.node(),
                    core.activity().busy(),
                    core.activity().arrayStall(),
                    core.activity().sendStall(),
                    core.activity().barrierWait(),
                    core.packetsSent(),
                    core.coincidences());
        }
        print.flush();
    }
}
