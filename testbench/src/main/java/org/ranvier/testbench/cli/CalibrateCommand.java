package org.ranvier.testbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.anytime.AnytimeInference;
import org.ranvier.testbench.anytime.AnytimeModel;
import org.ranvier.testbench.anytime.AnytimeModelFile;
import org.ranvier.testbench.anytime.Calibration;
import org.ranvier.testbench.anytime.OutputTrace;
import org.ranvier.testbench.anytime.ThresholdTables;
import org.ranvier.testbench.anytime.Tradeoff;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.train.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code calibrate}. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Finds the thresholds at which a model may stop early: runs training images to the last tick on the chip and looks"
                    + " for the smallest gap, by tick, from which on at most a share E of the answers is wrong or changes later.",
            "Writes them beside the model; tables of other shares stay. Images are the last of the training set, so that they"
                    + " are others than those learnt from when there are enough."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train anytime --data-dir DIR --train-samples 50000 --save digits.model",
            "  ranvier calibrate --model digits.model --data-dir DIR --epsilon .02",
            "  ranvier calibrate --model digits.model --data-dir DIR --epsilon .005,.01,.02,.05,.1 --samples 5000"
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final int USUAL_SAMPLES = 10_000;

    @Spec
    private CommandSpec command;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "What train anytime --save wrote.")
    private Path modelFile;

    @Option(
            names = "--epsilon",
            required = true,
            split = ",",
            paramLabel = "E",
            description = "Share of wrong answers among those given early, 0.0001..0.5; several make several tables.")
    private double[] epsilons;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description =
                    "The last N training images (default 10000, or all that were not learnt from if they are fewer).")
    private Integer samples;

    @Option(
            names = "--thresholds",
            paramLabel = "FILE.json",
            description = "Where the tables go (default: MODEL.thresholds.json).")
    private Path thresholds;

    @Mixin
    private SampleOptions data;

    @Mixin
    private ChipOptions chip;

    @Mixin
    private EnergyOptions energy;

    CalibrateCommand() {}

    @Override
    public Integer call() {
        for (final double epsilon : epsilons) {
            ConfigurationException.checkRange(
                    "--epsilon", epsilon, Calibration.LEAST_EPSILON, Calibration.MOST_EPSILON);
        }
        final Path file = thresholds == null ? ThresholdTables.beside(modelFile) : thresholds;
        OutputFile.requireWritable("--thresholds", file);
        final AnytimeModel model = AnytimeModelFile.load(modelFile);
        try (DataSet set = data.load(model.header().dataset(), model.header().ticks())) {
            calibrate(model, set, file);
        }
        return 0;
    }

    private void calibrate(final AnytimeModel model, final DataSet set, final Path file) {
        final ImageSet train = set.requireTrain();
        final int count = count(model, train);
        final ImageSet images = train.last(count);
        final OutputTrace trace;
        try (ProgressListener progress = new ProgressListener(null, () -> {})) {
            trace = new AnytimeInference(model, set, images, chip.spec(), energy.profile())
                    .trace("calibrate", progress);
        }
        ThresholdTables tables = Files.exists(file) && ThresholdTables.belongs(file, model)
                ? ThresholdTables.load(file, model)
                : ThresholdTables.none(model);
        final List<Object> rows = new ArrayList<>();
        for (final double epsilon : epsilons) {
            final int[] table = Calibration.thresholds(trace, epsilon);
            tables = tables.with(new ThresholdTables.Table(epsilon, count, table));
            rows.add(row(epsilon, table, trace.stoppedBy(table)));
        }
        tables.save(file);
        final Map<String, Object> report = new LinkedHashMap<>();
        report.put("model", model.fingerprint());
        report.put("dataset", set.origin());
        report.put("samples", count);
        report.put("samples_learnt_from", Math.max(0, model.header().trainSamples() - (train.count() - count)));
        report.put("tables", rows);
        report.put("written", file.toString());
        command.commandLine().getOut().print(Json.pretty(report));
    }

    private int count(final AnytimeModel model, final ImageSet train) {
        if (samples == null) {
            final int fresh = train.count() - model.header().trainSamples();
            return Math.min(USUAL_SAMPLES, fresh > 0 ? fresh : train.count());
        }
        if (samples < 1 || samples > train.count()) {
            throw ConfigurationException.of(
                    "--samples",
                    samples,
                    "1.." + train.count() + ", the images of " + train.name()
                            + (samples == 0 ? "; an empty set calibrates nothing" : ""));
        }
        return samples;
    }

    private static Map<String, Object> row(final double epsilon, final int[] table, final Tradeoff.Point point) {
        final Map<String, Object> row = new LinkedHashMap<>();
        row.put("epsilon", epsilon);
        row.put("thresholds", table);
        row.put("accuracy", point.accuracy());
        row.put("decision_ticks", point.ticks());
        return row;
    }
}
