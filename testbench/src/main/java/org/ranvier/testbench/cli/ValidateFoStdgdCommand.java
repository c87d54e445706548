package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.fostdgd.FoStdgdNetwork;
import org.ranvier.programs.fostdgd.FoStdgdRule;
import org.ranvier.programs.fostdgd.Gamma;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.scoreboard.FoStdgdExperiment;
import org.ranvier.testbench.scoreboard.FoStdgdGrid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code validate fo-stdgd}. */
@Command(
        name = "fo-stdgd",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a network with every order at one learning rate, then with every order at the rate that suits it, and prints"
                    + " both tables: accuracies in percent, means over the seeds and their standard errors.",
            "Cells run on the integer model, which has the chip's bits; --on-chip runs a cell per order on the chip as well, compares"
                    + " every weight with the model's, and ends with exit code 3 when one differs.",
            "--order and --mu of the rule are not used here."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier validate fo-stdgd                                    some ten minutes",
            "  ranvier validate fo-stdgd --on-chip --fixed-only             the fixed rate, and a cell per order on the chip",
            "  ranvier validate fo-stdgd --orders 1,1.9 --seeds 1 --train-samples 1000 --test-samples 500"
        })
final class ValidateFoStdgdCommand implements Callable<Integer> {
    private static final int DIFFERENT = 3;

    @Spec
    private CommandSpec command;

    @Option(
            names = "--orders",
            split = ",",
            paramLabel = "A",
            description = "Orders, each above 0 and below 2 (default 0.5,1,1.5,1.9).")
    private double[] orders = {0.5, 1, 1.5, 1.9};

    @Option(
            names = "--fixed-mu",
            paramLabel = "X",
            description = "The one rate of the first table (default ${DEFAULT-VALUE}).")
    private double fixed = 1e-4;

    @Option(names = "--fixed-only", description = "Leave the second table out.")
    private boolean fixedOnly;

    @Option(names = "--seeds", split = ",", paramLabel = "S", description = "Seeds of every cell (default 1,2,3).")
    private long[] seeds = {1, 2, 3};

    @Option(names = "--hidden", paramLabel = "N", description = "Hidden neurons (default ${DEFAULT-VALUE}).")
    private int hidden = 100;

    @Option(names = "--epochs", paramLabel = "E", description = "Passes over the images (default ${DEFAULT-VALUE}).")
    private int epochs = 2;

    @Option(
            names = "--train-samples",
            paramLabel = "N",
            description = "The first N training images (default ${DEFAULT-VALUE}).")
    private int trainSamples = 5000;

    @Option(
            names = "--test-samples",
            paramLabel = "N",
            description = "The first N test images (default ${DEFAULT-VALUE}).")
    private int testSamples = 2000;

    @Option(names = "--on-chip", description = "Run the first seed of every order's first cell on the chip as well.")
    private boolean onChip;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write every cell to a file as well.")
    private Path out;

    @Mixin
    private FoStdgdRuleOptions rule;

    @Mixin
    private DataOptions data;

    @Mixin
    private ChipOptions chip;

    private PrintWriter text;
    private FoStdgdExperiment experiment;
    private int[] sizes;

    ValidateFoStdgdCommand() {}

    @Override
    public Integer call() {
        check();
        final DataSet set = data.load("mnist");
        final ImageSet train = first("--train-samples", set.requireTrain(), trainSamples);
        experiment = new FoStdgdExperiment(train, first("--test-samples", set.test(), testSamples), epochs);
        sizes = new int[] {train.imageSize(), hidden, set.classes()};
        text = command.commandLine().getOut();
        final FoStdgdGrid grid =
                new FoStdgdGrid(seeds, (order, rate, seed) -> experiment.onModel(network(order, rate, seed)));
        printFixed(grid);
        if (!fixedOnly) {
            printTuned(grid);
        }
        final boolean same = !onChip || printChip();
        if (out != null) {
            OutputFile.write(out, csv(grid));
        }
        return same ? 0 : DIFFERENT;
    }

    private void check() {
        if (orders.length == 0 || seeds.length == 0) {
            throw new ConfigurationException("--orders and --seeds: expected one or more");
        }
        ConfigurationException.checkRange("--epochs", epochs, 1, 10_000);
        ConfigurationException.checkRange("--hidden", hidden, 1, 10_000);
        for (final double order : orders) {
            FoStdgdRule.checkOrder("--orders", order);
        }
        if (rule.rule(orders[0], fixed).crossbars()) {
            throw ConfigurationException.of("--eligibility", "separable", "rank1 or exact: the model has no devices");
        }
        if (out != null) {
            OutputFile.requireWritable("--out", out);
        }
    }

    private static ImageSet first(final String option, final ImageSet images, final int count) {
        ConfigurationException.checkRange(option, count, 1, images.count());
        return images.first(count);
    }

    private FoStdgdNetwork network(final double order, final double rate, final long seed) {
        return new FoStdgdNetwork(sizes, rule.rule(order, rate), rule.gains()[0], rule.gains()[1], seed, null);
    }

    private void printFixed(final FoStdgdGrid grid) {
        text.printf("Every order at mu = %s:%n%n| order | accuracy, %% |%n|---:|---:|%n", fixed);
        for (final double order : orders) {
            text.printf("| %s | %s |%n", order, grid.cell(order, fixed));
            text.flush();
        }
        if (Arrays.stream(orders).anyMatch(order -> order == 1)) {
            final FoStdgdGrid.Cell last = grid.cell(orders[orders.length - 1], fixed);
            final double gain = last.mean() / grid.cell(1, fixed).mean() - 1;
            text.printf(Locale.ROOT, "%nOrder %s gains %.0f %% over order 1.%n", last.order(), 100 * gain);
        }
        text.flush();
    }

    private void printTuned(final FoStdgdGrid grid) {
        text.printf("%nEvery order at the best of its rates:%n%n| order | mu | accuracy, %% |%n|---:|---:|---:|%n");
        final List<FoStdgdGrid.Cell> best = new ArrayList<>();
        for (final double order : orders) {
            final FoStdgdGrid.Cell cell = grid.tuned(order, FoStdgdGrid.guess(order, Gamma.of(2 - order)));
            best.add(cell);
            text.printf("| %s | %s | %s |%n", order, cell.rate(), cell);
            text.flush();
        }
        text.printf(
                Locale.ROOT,
                "%nThey are within %.1f points of each other. All cells:%n%n| order | mu | accuracy, %% |%n|---:|---:|---:|%n",
                100
                        * (best.stream()
                                        .mapToDouble(FoStdgdGrid.Cell::mean)
                                        .max()
                                        .orElseThrow()
                                - best.stream()
                                        .mapToDouble(FoStdgdGrid.Cell::mean)
                                        .min()
                                        .orElseThrow()));
        for (final FoStdgdGrid.Cell cell : grid.all()) {
            text.printf("| %s | %s | %s |%n", cell.order(), cell.rate(), cell);
        }
        text.flush();
    }

    private boolean printChip() {
        text.printf("%nOn the chip, seed %d, mu = %s:%n%n| order | accuracy, %% |%n|---:|---:|%n", seeds[0], fixed);
        for (final double order : orders) {
            try {
                text.printf(
                        Locale.ROOT,
                        "| %s | %.1f, every weight equal to the model's |%n",
                        order,
                        100 * experiment.onChip(network(order, fixed, seeds[0]), chip.spec()));
            } catch (final IllegalStateException e) {
                text.printf("| %s | %s |%n", order, e.getMessage());
                return false;
            }
            text.flush();
        }
        return true;
    }

    private static String csv(final FoStdgdGrid grid) {
        final StringBuilder csv = new StringBuilder("order,mu,mean,standard_error,accuracies\n");
        for (final FoStdgdGrid.Cell cell : grid.all()) {
            csv.append(cell.order()).append(',').append(cell.rate()).append(',');
            csv.append(cell.mean()).append(',').append(cell.error()).append(',');
            csv.append(Arrays.toString(cell.accuracies()).replace(", ", " ")).append('\n');
        }
        return csv.toString();
    }
}
