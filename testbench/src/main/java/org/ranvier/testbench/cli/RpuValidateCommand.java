package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.rpu.validation.Comparison;
import org.ranvier.testbench.rpu.validation.Comparisons;
import org.ranvier.testbench.rpu.validation.Effort;
import org.ranvier.testbench.rpu.validation.Figure;
import org.ranvier.testbench.rpu.validation.Finding;
import org.ranvier.testbench.rpu.validation.Findings;
import org.ranvier.testbench.rpu.validation.ReferenceData;
import org.ranvier.testbench.rpu.validation.ValidationPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rpu validate}: how far crossbars are from the measurements of other simulators. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {
            "Repeats experiments of other simulators and prints how far the results are from theirs, in units of a bound; the"
                    + " exit code is 1 when a bound is exceeded.",
            "Comparisons (--only): response (response_curves.csv), outer-product (outer_product.csv, outer_product_cov.csv),"
                    + " forward (forward_noise_summary.csv), pcm-pair (response_pcm_onesided.csv), transfer (transfer_tikitaka.csv),"
                    + " ageing (decay_diffusion_reset.csv), pcm-noise (pcm_noise_model.csv), wires"
                    + " (crosssim_parasitics_summary.csv). What is not in the directory is skipped."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier rpu validate --reference DIR --only transfer",
            "  ranvier rpu validate --reference DIR --seed 1,2,3 --out pages      pages/tables.md and plots"
        })
final class RpuValidateCommand implements Callable<Integer> {
    private static final String ROW = "%-14s %9s %10s  %s%n";

    @Spec
    private CommandSpec spec;

    @Option(names = "--reference", required = true, paramLabel = "DIR", description = "Where the measurements are.")
    private Path reference;

    @Option(names = "--out", paramLabel = "DIR", description = "Write tables.md and plots (SVG) here.")
    private Path out;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "These comparisons (default: all).")
    private List<String> only;

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "Devices of a curve or row (default ${DEFAULT-VALUE}).")
    private int devices = 16_384;

    @Option(
            names = "--updates",
            paramLabel = "N",
            description = "Updates of an outer product (default ${DEFAULT-VALUE}).")
    private int updates = 200_000;

    @Option(names = "--reads", paramLabel = "N", description = "Reads of a forward case (default ${DEFAULT-VALUE}).")
    private int reads = 4000;

    @Option(
            names = "--seed",
            split = ",",
            paramLabel = "S",
            description = "Run everything random with each of these seeds (default 1).")
    private List<Long> seeds = List.of(1L);

    RpuValidateCommand() {}

    @Override
    public Integer call() {
        final Effort effort = new Effort(devices, updates, reads, seeds);
        final List<Comparison> comparisons = Comparisons.named(only);
        final ReferenceData data = new ReferenceData(reference);
        if (out != null) {
            OutputFile.requireDirectory("--out", out);
        }
        final ValidationPage page = new ValidationPage(command());
        final PrintWriter print = spec.commandLine().getOut();
        print.printf(Locale.ROOT, ROW, "comparison", "compared", "dev./bound", "worst");
        boolean exceeded = false;
        for (final Comparison comparison : comparisons) {
            exceeded |= compare(comparison, data, effort, page);
        }
        if (out != null) {
            OutputFile.write(out.resolve("tables.md"), page.markdown());
        }
        return exceeded ? 1 : 0;
    }

    private boolean compare(
            final Comparison comparison, final ReferenceData data, final Effort effort, final ValidationPage page) {
        final PrintWriter print = spec.commandLine().getOut();
        for (final String file : comparison.files()) {
            if (!data.has(file)) {
                print.printf(Locale.ROOT, ROW, comparison.name(), "-", "-", "skipped: there is no " + file);
                page.skip(comparison, file);
                return false;
            }
        }
        final Findings findings = run(comparison, data, effort);
        page.add(comparison, findings);
        if (out != null) {
            for (final Figure figure : findings.figures()) {
                OutputFile.write(out.resolve(figure.file()), figure.svg());
            }
        }
        print(comparison, findings);
        return !findings.exceeded().isEmpty();
    }

    private static Findings run(final Comparison comparison, final ReferenceData data, final Effort effort) {
        final Findings findings = new Findings();
        final List<Runnable> runs = comparison.runs(data, effort, findings);
        try (RunProgress progress = new RunProgress(comparison.name(), runs.size(), " runs")) {
            for (int done = 0; done < runs.size(); done++) {
                runs.get(done).run();
                progress.done(done + 1);
            }
        }
        return findings;
    }

    /** Prints the worst finding, or all that exceed their bound. */
    private void print(final Comparison comparison, final Findings findings) {
        final int compared =
                findings.worst().stream().mapToInt(Finding::compared).sum();
        final List<Finding> exceeded = findings.exceeded();
        final List<Finding> shown = exceeded.isEmpty() ? List.of(findings.largest()) : exceeded;
        final PrintWriter print = spec.commandLine().getOut();
        for (final Finding finding : shown) {
            print.printf(
                    Locale.ROOT,
                    ROW,
                    comparison.name(),
                    compared,
                    String.format(Locale.ROOT, "%.2f", finding.ratio()),
                    finding.group() + ", " + finding.quantity() + " at " + finding.place()
                            + (finding.exceeded() ? ": EXCEEDED" : ""));
        }
        print.flush();
    }

    private String command() {
        return "./ranvier rpu validate --reference DIR --out DIR --devices " + devices + " --updates " + updates
                + " --reads "
                + reads + " --seed " + seeds.stream().map(String::valueOf).collect(Collectors.joining(","))
                + (only == null ? "" : " --only " + String.join(",", only));
    }
}
