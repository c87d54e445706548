package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.text.Quantity;
import org.ranvier.testbench.train.EpochResult;
import org.ranvier.testbench.train.Figures;
import org.ranvier.testbench.train.TrainResult;
import org.ranvier.testbench.train.Training;

/** What a training run prints: a line about it, a row an epoch, and what a weight update cost. */
final class TrainTable {
    private static final String ROW = "%5s %8s %9s %13s %14s %14s %13s %9s%n";

    private final PrintWriter out;

    TrainTable(final PrintWriter out) {
        this.out = out;
    }

    void header(final String dataset, final Training run) {
        final ChipSpec chip = run.chip().layers().chip();
        out.printf(
                "%s on %s: %s network, %d ticks, eta %s, %s, seed %d%s%n",
                run.rule().toUpperCase(Locale.ROOT),
                dataset,
                Arrays.stream(run.sizes()).mapToObj(String::valueOf).collect(Collectors.joining("-")),
                run.ticks(),
                run.eta(),
                run.device() == null ? "SRAM synapses" : run.device().type() + " device",
                run.runOptions().seed(),
                run.note());
        if (run.recordings() != null) {
            out.printf("Recordings: %s%n", run.recordings().text());
        }
        out.printf(
                "Chip: %d cores on a %s mesh, %s fabric, %s%n%n",
                run.chip().layers().placements().size(),
                chip.mesh(),
                chip.fabric().label(),
                Quantity.of(chip.clockHz(), "Hz"));
        out.printf(
                ROW,
                "epoch",
                "images",
                "accuracy",
                "updates/image",
                "spikes/update",
                "cycles/update",
                "energy/update",
                "images/s");
        out.flush();
    }

    void row(final EpochResult epoch) {
        final Figures training = epoch.training();
        out.printf(
                ROW,
                epoch.epoch(),
                training.samples(),
                epoch.accuracy() == null ? "-" : String.format(Locale.ROOT, "%.4f", epoch.accuracy()),
                Quantity.digits((double) training.allUpdates() / training.samples()),
                Quantity.digits(training.perUpdate(training.allSpikes())),
                Quantity.digits(training.perUpdate(training.cycles())),
                Quantity.of(training.perUpdate(training.energy().joules()), "J"),
                Math.round(training.samples() / epoch.wallSeconds()));
        out.flush();
    }

    void explain(
            final Training run, final TrainResult result, final Map<String, Double> baseline, final Path directory) {
        final Figures training = result.training();
        out.printf(
                "%nAccuracy %.4f on %d test images. %,d weight updates in %s of chip time. One update cost:%n",
                result.accuracy(), run.testSamples(), training.allUpdates(), Quantity.of(training.seconds(), "s"));
        out.printf("  %8s spikes   %s%n", Quantity.digits(training.perUpdate(training.allSpikes())), spikes(training));
        out.printf(
                "  %8s cycles   %s at %s%n",
                Quantity.digits(training.perUpdate(training.cycles())),
                Quantity.of(training.perUpdate(training.seconds()), "s"),
                Quantity.of(run.chip().layers().chip().clockHz(), "Hz"));
        if (run.device() == null) {
            out.printf(
                    "  %8s words of weights read by the array, %s synaptic operations%n",
                    perUpdate(training, "read_word"), perUpdate(training, "synaptic_op"));
        } else {
            out.printf("  %8s line pulses, %s%n", perUpdate(training, "row_pulse", "column_pulse"), array(training));
        }
        out.printf(
                "  %11s    %s%n",
                Quantity.of(training.perUpdate(training.energy().joules()), "J"), energy(training));
        if (!training.energy().unpriced().isEmpty()) {
            out.printf(
                    "  Not in the joules, for want of a price: %s%n",
                    String.join(", ", training.energy().missing()));
        }
        out.printf(
                "Classifying an image took %s cycles and %s.%n",
                Quantity.digits(
                        (double) result.testing().cycles() / result.testing().samples()),
                Quantity.of(
                        result.testing().energy().joules() / result.testing().samples(), "J"));
        if (baseline.containsKey("double_precision")) {
            out.printf("The same rule in double precision: %.4f.%n", baseline.get("double_precision"));
        }
        if (!baseline.isEmpty()) {
            out.printf(
                    "Back-propagation on the same images, network and epochs: %.4f with the clipped ReLU, %.4f with the plain one.%n",
                    baseline.get("clipped_relu"), baseline.get("relu"));
        }
        out.printf("Wrote %s and %s.%n", directory.resolve("summary.json"), directory.resolve("history.csv"));
        out.flush();
    }

    private static String array(final Figures training) {
        return String.format(
                Locale.ROOT,
                "%s half-selected devices, %s pulse slots, %s reads",
                perUpdate(training, "half_select"),
                perUpdate(training, "pulse_slot"),
                perUpdate(training, "read"));
    }

    private static String perUpdate(final Figures training, final String... events) {
        long sum = 0;
        for (final String event : events) {
            sum += training.arrayEvents().getOrDefault(event, 0L);
        }
        return Quantity.digits(training.perUpdate(sum));
    }

    private static String spikes(final Figures training) {
        final long[] spikes = training.spikes();
        final long hidden = Arrays.stream(spikes, 1, spikes.length - 1).sum();
        return String.format(
                Locale.ROOT,
                "%s input, %s hidden, %s output, %s gradient",
                Quantity.digits(training.perUpdate(spikes[0])),
                Quantity.digits(training.perUpdate(hidden)),
                Quantity.digits(training.perUpdate(spikes[spikes.length - 1])),
                Quantity.digits(training.perUpdate(
                        Arrays.stream(training.gradientSpikes()).sum())));
    }

    private static String energy(final Figures training) {
        return training.energy().byPhase().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " " + Quantity.of(training.perUpdate(entry.getValue()), "J"))
                .collect(Collectors.joining(", "));
    }
}
