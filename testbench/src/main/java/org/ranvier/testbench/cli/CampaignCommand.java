package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fault.FaultSpec;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.campaign.Campaign;
import org.ranvier.testbench.campaign.CampaignFiles;
import org.ranvier.testbench.campaign.CampaignRun;
import org.ranvier.testbench.campaign.FaultRates;
import org.ranvier.testbench.campaign.RatePoint;
import org.ranvier.testbench.compare.Estimate;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.observe.ChipObserver;
import org.ranvier.testbench.text.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code campaign}. */
@Command(
        name = "campaign",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the command behind -- on a sound chip and with a fault at several rates, and says what each rate costs in"
                    + " accuracy.",
            "Writes DIR/campaign.csv, DIR/campaign.json and DIR/report.html; the results of each run go to DIR/runs. A campaign that"
                    + " was interrupted goes on where it was when it is started again."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier campaign stuck --fault stuck-device~0.01,0.03,0.1 -- train ssnn-bp --train-samples 500 --test-samples 500",
            "  ranvier campaign bits --fault flip-bit~1e-6..1e-3/7 --seed 1,2,3 -- train sfdfa --epochs 1",
            "  ranvier campaign lost --fault drop-packet~0.001..0.3/6:SPK --fault late-flit~0.01,0.1=64 -- infer --model digits.model",
            "",
            "A..B/N are N rates from A to B, evenly spaced in their logarithms. train --help tells kinds, places and units of rates."
        })
final class CampaignCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "Where the results go.")
    private Path directory;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "COMMAND", description = "The command, behind --.")
    private List<String> words;

    @Option(
            names = "--fault",
            required = true,
            paramLabel = "KIND~RATES",
            description = "A fault and its rates, KIND~RATES[:WHERE][=HOW]; several make a curve each.")
    private List<String> faults;

    @Option(
            names = "--seed",
            paramLabel = "S",
            split = ",",
            description = "Seeds of the runs (default 1); of the faults alone for a command that has none of its own.")
    private long[] seeds = {1};

    CampaignCommand() {}

    /** What a command says about its last run. */
    private static final class Result implements ChipObserver {
        private Map<String, Object> summary;

        @Override
        public void built(final Chip chip, final ChipSpec chipSpec) {}

        @Override
        public void finished(final Map<String, Object> figures) {
            summary = figures;
        }
    }

    @Override
    public Integer call() {
        final List<FaultRates> rates = faults.stream().map(FaultRates::parse).toList();
        final RecordedCommand command = RecordedCommand.of(spec.root(), words);
        final String seedOption = command.takes("--seed") ? "--seed" : "--fault-seed";
        if (!command.takes("--fault")) {
            throw ConfigurationException.of("COMMAND", String.join(" ", words), "a command that has --fault");
        }
        if (LongStream.of(seeds).distinct().count() < seeds.length) {
            // The same run twice would make the error of a mean too small.
            throw ConfigurationException.of("--seed", Arrays.toString(seeds), "every seed once");
        }
        if (words.stream().anyMatch(word -> word.equals(seedOption) || word.startsWith(seedOption + "="))) {
            throw ConfigurationException.of("COMMAND", seedOption, "--seed before the --");
        }
        OutputFile.requireDirectory("DIR", directory);
        final int runs = seeds.length
                * (1 + rates.stream().mapToInt(fault -> fault.faults().size()).sum());
        final Campaign campaign = new Campaign();
        final Runner runner = new Runner(command, seedOption, runs);
        header();
        row(campaign.sound(runner.runs(null)));
        for (final FaultRates fault : rates) {
            for (final FaultSpec one : fault.faults()) {
                row(campaign.add(fault, runner.runs(one)));
            }
        }
        CampaignFiles.write(directory, words, Version.number(), campaign);
        out().printf("Wrote %s, campaign.csv and campaign.json.%n", directory.resolve("report.html"));
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Runs the command, or finds that it has been run. */
    private final class Runner {
        private final RecordedCommand command;
        private final String seedOption;
        private final int all;
        private int done;

        Runner(final RecordedCommand command, final String seedOption, final int all) {
            this.command = command;
            this.seedOption = seedOption;
            this.all = all;
        }

        /** The runs of one fault, or of the sound chip, with every seed. */
        List<CampaignRun> runs(final FaultSpec fault) {
            final List<CampaignRun> runs = new ArrayList<>();
            for (final long seed : seeds) {
                runs.add(run(new CampaignRun.Key(Version.number(), words, fault, seed)));
            }
            return runs;
        }

        private CampaignRun run(final CampaignRun.Key key) {
            done++;
            final CampaignRun finished = CampaignRun.find(directory.resolve("runs"), key);
            if (finished != null) {
                return finished;
            }
            spec.commandLine()
                    .getErr()
                    .printf("run %d of %d: %s%n", done, all, key.directory().replace("-seed-", ", seed "));
            final Path results = directory.resolve("runs").resolve(key.directory());
            OutputFile.requireDirectory("DIR", results);
            final CampaignRun run = execute(key, results);
            run.write(results);
            return run;
        }

        private CampaignRun execute(final CampaignRun.Key key, final Path results) {
            final List<String> more = new ArrayList<>(List.of(seedOption, Long.toString(key.seed())));
            if (key.fault() != null) {
                more.addAll(List.of("--fault", key.fault().toString()));
            }
            final Result result = new Result();
            final StringWriter errors = new StringWriter();
            final int code = command.writingTo(results)
                    .with(more)
                    .run(new PrintWriter(Writer.nullWriter()), new PrintWriter(errors, true), result);
            if (code == Failures.FAILED) {
                return CampaignRun.failed(key, RecordedCommand.error(errors.getBuffer()));
            }
            if (code != 0) {
                throw new ConfigurationException(
                        "the command cannot be run: " + RecordedCommand.error(errors.getBuffer()));
            }
            return CampaignRun.of(key, result.summary == null ? Map.of() : result.summary);
        }
    }

    private void header() {
        out().printf("%-36s %10s %18s %16s %14s%n", "fault", "faults", "accuracy", "points lost", "energy/update");
    }

    private void row(final RatePoint point) {
        out().printf(
                        Locale.ROOT,
                        "%-36s %,10.0f %18s %16s %14s%s%n",
                        point.fault().isEmpty() ? "none" : point.fault(),
                        point.happened(),
                        text(point.accuracy(), 1, "%.4f"),
                        text(point.lost(), 100, "%.2f"),
                        Double.isFinite(point.energyPerUpdateJ().mean())
                                ? Quantity.of(point.energyPerUpdateJ().mean(), "J")
                                : "-",
                        point.failures() == 0 ? "" : "  " + point.failures() + " failed");
        out().flush();
    }

    private static String text(final Estimate estimate, final double factor, final String format) {
        if (!Double.isFinite(estimate.mean())) {
            return "-";
        }
        final String mean = String.format(Locale.ROOT, format, factor * estimate.mean());
        return Double.isFinite(estimate.standardError())
                ? mean + " +-" + String.format(Locale.ROOT, format, factor * estimate.standardError())
                : mean;
    }
}
