package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.train.EpochResult;
import org.ranvier.testbench.train.Json;
import org.ranvier.testbench.train.TrainResult;

/** What several seeds reach: after every tested epoch the mean, its standard error and the extremes. */
final class SeedTable {
    private static final String FILE = "seeds.csv";

    private final PrintWriter out;
    private final StringBuilder csv = new StringBuilder("seed,epoch,accuracy,feedback_alignment\n");
    private final Map<Integer, Sample> accuracies = new TreeMap<>();
    private final Map<Integer, Sample> alignments = new TreeMap<>();

    SeedTable(final PrintWriter out) {
        this.out = out;
    }

    /**
     * Takes the results of a seed.
     *
     * @param seed the seed
     * @param result of its run
     * @param alignment cosines of feedback and weights, one an epoch; null for rules without
     */
    void add(final long seed, final TrainResult result, final List<?> alignment) {
        for (final EpochResult epoch : result.epochs()) {
            csv.append(seed).append(',').append(epoch.epoch()).append(',');
            if (epoch.accuracy() != null) {
                accuracies.computeIfAbsent(epoch.epoch(), e -> new Sample()).add(epoch.accuracy());
                csv.append(Json.number(epoch.accuracy()));
            }
            csv.append(',');
            if (alignment != null) {
                final double cosine = ((Number) alignment.get(epoch.epoch() - 1)).doubleValue();
                alignments.computeIfAbsent(epoch.epoch(), e -> new Sample()).add(cosine);
                csv.append(Json.number(cosine));
            }
            csv.append('\n');
        }
    }

    /**
     * Prints means and standard errors, and writes what they are of.
     *
     * @param directory gets seeds.csv
     */
    void explain(final Path directory) {
        print("Accuracy", accuracies);
        print("Cosine of feedback and output weights", alignments);
        OutputFile.write(directory.resolve(FILE), csv.toString());
        out.printf("Wrote %s.%n", directory.resolve(FILE));
        out.flush();
    }

    private void print(final String what, final Map<Integer, Sample> samples) {
        samples.forEach((epoch, sample) -> out.printf(
                "%s after epoch %d: %.4f +- %.4f, %d seeds from %.4f to %.4f.%n",
                what,
                epoch,
                sample.estimate().mean(),
                sample.estimate().standardError(),
                sample.count(),
                sample.lowest(),
                sample.highest()));
    }
}
