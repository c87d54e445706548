package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.SimulationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.compare.Column;
import org.ranvier.testbench.compare.Comparison;
import org.ranvier.testbench.compare.ComparisonFiles;
import org.ranvier.testbench.compare.ComparisonPlot;
import org.ranvier.testbench.compare.RuleFigures;
import org.ranvier.testbench.compare.RuleRun;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.train.RunOptions;
import org.ranvier.testbench.train.TrainListener;
import org.ranvier.testbench.train.TrainSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code compare}: one table for all rules. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains several rules on the same images, network and chip, with several seeds, and prints what each costs: means, and"
                    + " standard errors of the means below them.",
            "A rule takes the cores that it needs of the one chip; the table says how many. A run that fails, because the network"
                    + " does not fit for instance, is a row with its error, the others go on, and the exit code is 1.",
            "A weight update is a pulse that reaches a device of a crossbar (ssnn-bp, rpu-sgd), or a weight written in SRAM: if that"
                    + " changes it (sfdfa, dfa, fo-stdgd, hidden layer of eprop), or even if its change rounds to 0 (ottt, read-out of eprop)."
                    + " anytime is trained off the chip and answers at the last tick; it has no figures of training.",
            "Writes runs.csv (a row a run), summary.csv (a row a rule), summary.json and accuracy-energy.svg to DIR."
        },
        footerHeading = "%nExamples:%n")
final class CompareCommand implements Callable<Integer> {
    private static final int USUAL_TRAIN = 2000;
    private static final int USUAL_TEST = 1000;

    /** Options that every rule's command has as well and that are handed on as they were given. */
    private static final Set<String> HANDED_ON =
            Set.of("--dataset", "--data-dir", "--chip", "--fabric", "--clock", "--threads", "--profile");

    private static final List<String> EXAMPLES = List.of(
            "  ranvier compare                                             all rules, 2,000 images, three seeds: minutes",
            "  ranvier compare --rules ssnn-bp,ottt --seed 1,2 --fabric ideal",
            "  ranvier compare --rules sfdfa,dfa --rule 'r1=sfdfa --recipe r1' --train-samples 5000",
            "  ranvier compare --rule 'wide=ottt --hidden 200' --rule 'ottt --ticks 10'");

    private CommandSpec command;

    @Option(
            names = "--rules",
            split = ",",
            paramLabel = "NAME",
            description =
                    "ssnn-bp, rpu-sgd, sfdfa, dfa (sfdfa with random feedback), ottt, eprop, fo-stdgd or anytime, as they are"
                            + " (default: all, unless there is --rule).")
    private List<String> rules = List.of();

    @Option(
            names = "--rule",
            paramLabel = "[LABEL=]RULE OPTIONS",
            description = "One more rule, with options of train RULE, --hidden among them; may be repeated.")
    private List<String> texts = List.of();

    @Mixin
    private DataOptions data;

    @Option(
            names = "--train-samples",
            paramLabel = "N",
            description = "The first N training images (default 2000, or all if there are fewer).")
    private Integer trainSamples;

    @Option(
            names = "--test-samples",
            paramLabel = "N",
            description = "The first N test images (default 1000, or all if there are fewer).")
    private Integer testSamples;

    @Option(names = "--epochs", paramLabel = "E", description = "Passes over the images (default ${DEFAULT-VALUE}).")
    private int epochs = 1;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description = "Neurons of the hidden layers (default 100).")
    private int[] hidden = {100};

    @Option(
            names = "--seed",
            paramLabel = "S",
            split = ",",
            description = "Seeds, each a run of every rule (default 1,2,3).")
    private List<Long> seeds = List.of(1L, 2L, 3L);

    @Mixin
    private ChipOptions chip;

    @Mixin
    private EnergyOptions energy;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go (default runs/compare-DATASET).")
    private Path out;

    CompareCommand() {}

    @Spec
    void describe(final CommandSpec spec) {
        command = spec;
        final List<String> footer = new ArrayList<>(EXAMPLES);
        footer.add("");
        footer.add("Columns:");
        for (final Column column : Column.values()) {
            footer.add(String.format("  %-18s %s", column.heading(), column.definition()));
        }
        spec.usageMessage().footer(footer.toArray(String[]::new));
    }

    @Override
    public Integer call() {
        final List<Entrant> entrants = entrants();
        if (new HashSet<>(seeds).size() < seeds.size()) {
            throw ConfigurationException.of("--seed", seeds, "each seed once");
        }
        final DataSet set = data.load("mnist");
        final int train = count(
                "--train-samples", trainSamples, USUAL_TRAIN, set.requireTrain().count());
        final int test =
                count("--test-samples", testSamples, USUAL_TEST, set.test().count());
        final RunOptions run = new RunOptions(hidden, epochs, train, test, epochs, null, seeds.get(0), "");
        final ChipSpec spec = chip.spec();
        final Map<String, Object> settings = settings(set, run, spec);
        final Path directory = out == null ? Path.of("runs", "compare-" + set.name()) : out;
        OutputFile.requireDirectory("--out", directory);

        final PrintWriter text = command.commandLine().getOut();
        text.printf(
                "%d rules on %s: %d training and %d test images, %d epoch%s, %s chip, %s fabric, %d seed%s%n%n",
                entrants.size(),
                set.name(),
                train,
                test,
                epochs,
                epochs == 1 ? "" : "s",
                spec.mesh(),
                spec.fabric().label(),
                seeds.size(),
                seeds.size() == 1 ? "" : "s");
        text.flush();
        final Comparison comparison = new Comparison(runs(entrants, common(run)));
        new CompareTable(text).print(comparison);
        write(directory, settings, comparison, set.name() + ", " + train + " images");
        text.printf("Wrote runs.csv, summary.csv and summary.json to %s.%n", directory);
        return comparison.failures().isEmpty() ? 0 : Failures.FAILED;
    }

    private List<Entrant> entrants() {
        final List<Entrant> entrants = new ArrayList<>();
        final List<String> names = rules.isEmpty() && texts.isEmpty()
                ? ComparedRules.ALL.stream().map(ComparedRules.Rule::name).toList()
                : rules;
        names.forEach(name -> entrants.add(Entrant.named(name)));
        texts.forEach(text -> entrants.add(Entrant.parse(text)));
        final Set<String> labels = new HashSet<>();
        for (final Entrant entrant : entrants) {
            if (!labels.add(entrant.label())) {
                throw ConfigurationException.of("--rules and --rule", entrant.label(), "each label once");
            }
        }
        return entrants;
    }

    private static int count(final String option, final Integer given, final int usual, final int images) {
        final int count = given == null ? Math.min(usual, images) : given;
        if (count < 1 || count > images) {
            throw ConfigurationException.of(option, count, "1.." + images + ", the images of the data set");
        }
        return count;
    }

    /** Options of every run but its seed. */
    private List<String> common(final RunOptions run) {
        final List<String> args = new ArrayList<>(List.of(
                "--train-samples", run.trainSamples().toString(),
                "--test-samples", run.testSamples().toString(),
                "--epochs", Integer.toString(run.epochs()),
                "--test-every", Integer.toString(run.testEvery())));
        for (final OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
            if (HANDED_ON.contains(option.longestName())) {
                args.add(option.longestName());
                args.addAll(option.originalStringValues());
            }
        }
        return args;
    }

    private List<RuleRun> runs(final List<Entrant> entrants, final List<String> common) {
        final String layers = Arrays.stream(hidden).mapToObj(String::valueOf).collect(Collectors.joining(","));
        final List<RuleRun> runs = new ArrayList<>();
        for (final Entrant entrant : entrants) {
            for (final long seed : seeds) {
                final List<String> args = new ArrayList<>(common);
                args.addAll(List.of("--seed", Long.toString(seed)));
                final String name = entrant.label() + ", seed " + seed;
                try (ProgressListener bar = new ProgressListener(null, () -> {})) {
                    final RuleFigures figures = entrant.contender(args, layers).run(new Named(name, bar));
                    runs.add(new RuleRun(entrant.label(), seed, figures, null));
                } catch (final SimulationException e) {
                    runs.add(new RuleRun(entrant.label(), seed, null, e.getMessage()));
                }
                report(runs.get(runs.size() - 1), runs.size(), entrants.size() * seeds.size());
            }
        }
        return runs;
    }

    private void report(final RuleRun run, final int done, final int all) {
        command.commandLine()
                .getErr()
                .printf(
                        "%d/%d  %s, seed %d: %s%n",
                        done,
                        all,
                        run.rule(),
                        run.seed(),
                        run.failed()
                                ? run.error()
                                : String.format("%.4f", run.figures().accuracy()));
    }

    private Map<String, Object> settings(final DataSet set, final RunOptions run, final ChipSpec spec) {
        final Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("version", Version.number());
        settings.put("dataset", set.name());
        settings.put("train_samples", run.trainSamples());
        settings.put("test_samples", run.testSamples());
        settings.put("epochs", run.epochs());
        settings.put("hidden", run.hidden());
        settings.put("seeds", seeds);
        settings.put("fabric", spec.fabric().label());
        settings.put("profile", energy.profile().name());
        settings.put("chip", TrainSummary.chip(spec, spec.mesh().localNodes()));
        return settings;
    }

    private static void write(
            final Path directory, final Map<String, Object> settings, final Comparison comparison, final String title) {
        OutputFile.write(directory.resolve("runs.csv"), ComparisonFiles.runs(comparison));
        OutputFile.write(directory.resolve("summary.csv"), ComparisonFiles.summary(comparison));
        OutputFile.write(directory.resolve("summary.json"), ComparisonFiles.json(settings, comparison));
        final String plot = ComparisonPlot.svg(comparison, title);
        if (plot != null) {
            OutputFile.write(directory.resolve("accuracy-energy.svg"), plot);
        }
    }

    /** Says whose images a bar counts; a comparison has no use for the epochs. */
    private record Named(String name, TrainListener to) implements TrainListener {
        @Override
        public void begins(final String task, final int samples) {
            to.begins(name + ", " + task, samples);
        }

        @Override
        public void sampleDone() {
            to.sampleDone();
        }

        @Override
        public void ends() {
            to.ends();
        }
    }
}
