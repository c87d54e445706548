package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.anytime.AnytimeTraining;
import org.ranvier.testbench.anytime.StoppedTest;
import org.ranvier.testbench.bptt.BpttOptions;
import org.ranvier.testbench.text.Quantity;

/** What a training for anytime inference prints: a line about it, a row an epoch, and what became of it on the chip. */
final class AnytimeTable {
    private static final String ROW = "%5s %8s %9s %17s %17s %9s%n";

    private final PrintWriter out;

    AnytimeTable(final PrintWriter out) {
        this.out = out;
    }

    void header(final AnytimeTraining training, final ChipSpec chip) {
        final BpttOptions options = training.options();
        out.printf(
                "ANYTIME on %s: %s network, %d ticks, %s coding, loss %s%s, eta %s, batches of %d, seed %d%n",
                training.data().name(),
                Arrays.stream(options.spec().sizes()).mapToObj(String::valueOf).collect(Collectors.joining("-")),
                options.spec().ticks(),
                options.coding().label()
                        + (options.coding().isRate()
                                ? " (gain " + options.coding().gain() + ")"
                                : ""),
                options.loss().label(),
                options.regularizer() == null
                        ? ""
                        : " + " + options.lambda() + " " + options.regularizer().label(),
                options.eta(),
                options.batch(),
                options.seed());
        if (training.data().recordings() != null) {
            out.printf("Recordings: %s%n", training.data().recordings().text());
        }
        out.printf(
                "Training in real numbers off the chip; tests of the result on a %s mesh, %s fabric%n%n",
                chip.mesh(), chip.fabric().label());
        out.printf(ROW, "epoch", "images", "loss", "accuracy, 1 tick", "accuracy, T ticks", "images/s");
        out.flush();
    }

    void row(final AnytimeTraining.Epoch epoch, final int images) {
        final double[] accuracy = epoch.accuracyByTick();
        out.printf(
                ROW,
                epoch.epoch(),
                images,
                String.format(Locale.ROOT, "%.4f", epoch.loss()),
                accuracy == null ? "-" : String.format(Locale.ROOT, "%.4f", accuracy[0]),
                accuracy == null ? "-" : String.format(Locale.ROOT, "%.4f", epoch.accuracy()),
                Math.round(images / epoch.wallSeconds()));
        out.flush();
    }

    void explain(final AnytimeTraining training, final StoppedTest result, final Path summary, final Path model) {
        final AnytimeTraining.Epoch last =
                training.epochs().get(training.epochs().size() - 1);
        out.printf(
                Locale.ROOT,
                "%nAccuracy on %d test images: %.4f in real numbers, %.4f in bytes on the chip%s.%n",
                training.testImages().count(),
                last.accuracy(),
                result.accuracy(),
                training.options().coding().isRate() ? " (other draws)" : "");
        out.printf(
                "Classifying an image in all %d ticks took %s cycles and %s.%n",
                training.options().spec().ticks(),
                Quantity.digits(
                        (double) result.figures().cycles() / result.figures().samples()),
                Quantity.of(
                        result.figures().energy().joules() / result.figures().samples(), "J"));
        out.printf("Wrote %s%s.%n", summary, model == null ? "" : " and " + model);
        out.flush();
    }
}
