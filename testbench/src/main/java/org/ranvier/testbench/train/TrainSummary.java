package org.ranvier.testbench.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.rpu.parasitic.ArrayWires;

/**
 * What {@code summary.json} and {@code history.csv} say about a run.
 *
 * <p>Figures at the top level are those of training alone, all epochs together; those of the tests stand under {@code test}.
 * {@code train_samples} is the number of training images an epoch, {@code presentations} counts them over all epochs, and
 * {@code cycles_per_sample} divides by the latter.
 */
public final class TrainSummary {
    private static final String HISTORY_HEADER =
            "epoch,train_samples,accuracy,learn_enable,cycles,weight_updates,spikes,"
                    + "gradient_spikes,packets,spikes_per_update,energy_j,energy_per_update_j\n";

    private static final String UPDATE = "update";

    private TrainSummary() {}

    /**
     * Describes a run.
     *
     * @param version of the program
     * @param dataset name of the data set
     * @param run the run
     * @param result its result
     * @return keys and values in the order in which they are written
     */
    public static Map<String, Object> of(
            final String version, final String dataset, final Training run, final TrainResult result) {
        final Map<String, Object> summary = new LinkedHashMap<>();
        final ChipSpec chip = run.chip().layers().chip();
        final Figures training = result.training();
        summary.put("version", version);
        summary.put("rule", run.rule());
        summary.put("dataset", dataset);
        summary.put("seed", run.runOptions().seed());
        summary.put("fabric", chip.fabric().label());
        summary.put("device", run.runOptions().device());
        summary.put("profile", run.profile().name());
        summary.put("accuracy", result.accuracy());
        summary.put("accuracy_by_epoch", accuracies(result));
        summary.put("mean_field_accuracy", run.meanFieldAccuracy());
        summary.putAll(run.results());
        summary.put("epochs", result.epochs().size());
        summary.put("train_samples", run.trainSamples());
        summary.put("test_samples", run.testSamples());
        summary.put("presentations", training.samples());
        summary.put("ticks", run.ticks());
        putCosts(summary, training);
        summary.put("weight_updates", training.allUpdates());
        summary.put("weight_updates_by_crossbar", training.updates());
        summary.put("spikes_per_update", training.perUpdate(training.allSpikes()));
        summary.put("cycles_per_update", training.perUpdate(training.cycles()));
        summary.put("energy_per_update_j", training.perUpdate(training.energy().joules()));
        summary.put(
                "update_phase_energy_per_update_j",
                training.perUpdate(training.energy().byPhase().getOrDefault(UPDATE, 0.0)));
        summary.put("array_events_per_update", arrayEvents(training));
        summary.put("wall_seconds", result.wallSeconds());
        summary.put("images_per_second", result.imagesPerSecond());
        summary.put("weights_hash", String.format("%08x", run.chip().arrays().weightsHash()));
        summary.put("test", test(result.testing()));
        if (run.recordings() != null) {
            summary.put("recordings", run.recordings().settings());
        }
        summary.put("options", options(run));
        summary.put("chip", chip(chip, run.chip().layers().placements().size()));
        return summary;
    }

    /**
     * Adds cycles, time, spikes, packets and energy.
     *
     * @param summary what they are added to
     * @param figures where they come from
     */
    public static void putCosts(final Map<String, Object> summary, final Figures figures) {
        summary.put("cycles", figures.cycles());
        summary.put("cycles_per_sample", (double) figures.cycles() / figures.samples());
        summary.put("chip_seconds", figures.seconds());
        summary.put("spikes", spikes(figures));
        summary.put("packets", figures.packets());
        summary.put("array_events", figures.arrayEvents());
        final Map<String, Object> energy = new LinkedHashMap<>();
        energy.put("total", figures.energy().joules());
        energy.put("by_component", figures.energy().byComponent());
        energy.put("by_phase", figures.energy().byPhase());
        energy.put("unpriced_events", figures.energy().unpriced());
        energy.put("unpriced_parts", figures.energy().unpricedParts());
        summary.put("energy_j", energy);
    }

    private static Map<String, Object> arrayEvents(final Figures training) {
        final Map<String, Object> events = new LinkedHashMap<>();
        training.arrayEvents().forEach((event, count) -> events.put(event, training.perUpdate(count)));
        return events;
    }

    /** Names layers as people do: input, hidden_1 .., output; gradient spikes under the layer whose neurons send them. */
    private static Map<String, Object> spikes(final Figures figures) {
        final Map<String, Object> spikes = new LinkedHashMap<>();
        final int layers = figures.spikes().length - 1;
        for (int layer = 0; layer <= layers; layer++) {
            spikes.put(layerName(layer, layers), figures.spikes()[layer]);
        }
        for (int layer = 1; layer <= layers; layer++) {
            spikes.put("gradient_" + layerName(layer, layers), figures.gradientSpikes()[layer - 1]);
        }
        spikes.put("total", figures.allSpikes());
        return spikes;
    }

    static String layerName(final int layer, final int layers) {
        if (layer == 0) {
            return "input";
        }
        return layer == layers ? "output" : "hidden_" + layer;
    }

    private static List<Double> accuracies(final TrainResult result) {
        final List<Double> accuracies = new ArrayList<>();
        result.epochs().forEach(epoch -> accuracies.add(epoch.accuracy()));
        return accuracies;
    }

    private static Map<String, Object> test(final Figures testing) {
        final Map<String, Object> test = new LinkedHashMap<>();
        test.put("presentations", testing.samples());
        putCosts(test, testing);
        test.put("energy_per_inference_j", testing.energy().joules() / testing.samples());
        return test;
    }

    private static Map<String, Object> options(final Training run) {
        final RunOptions options = run.runOptions();
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("hidden", options.hidden());
        map.put("eta", run.eta());
        map.put("test_every", options.testEvery());
        map.put("step", run.device() == null ? null : run.device().granularity());
        run.describe(map);
        return map;
    }

    /**
     * Describes a chip.
     *
     * @param chip the chip
     * @param coresUsed cores with a program
     * @return keys and values
     */
    public static Map<String, Object> chip(final ChipSpec chip, final int coresUsed) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("mesh", chip.mesh().toString());
        map.put("cores_used", coresUsed);
        map.put("clock_hz", chip.clockHz());
        map.put("virtual_channels", chip.router().virtualChannels());
        map.put("buffer_flits", chip.router().bufferFlits());
        map.put("lanes", chip.core().lanes());
        map.put("memory_bytes", chip.core().memoryBytes());
        map.put("tile_rows", chip.tile().rows());
        map.put("tile_columns", chip.tile().columns());
        map.put("wires", wires(chip.tile().wires()));
        return map;
    }

    /** Describes wires; null stays null. */
    static Map<String, Object> wires(final ArrayWires wires) {
        if (wires == null) {
            return null;
        }
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("topology", wires.lines().topology().name().toLowerCase(Locale.ROOT));
        map.put("row_resistance", wires.lines().rowResistance());
        map.put("column_resistance", wires.lines().columnResistance());
        map.put("on_off_ratio", wires.devices().onOffRatio());
        map.put("weight_range", wires.devices().weightRange());
        return map;
    }

    /**
     * Lists the epochs.
     *
     * @param run the run
     * @param result its result
     * @return CSV with a header line; an epoch without a test has an empty accuracy
     */
    public static String history(final Training run, final TrainResult result) {
        final StringBuilder csv = new StringBuilder(HISTORY_HEADER);
        for (final EpochResult epoch : result.epochs()) {
            final Figures training = epoch.training();
            long gradient = 0;
            for (final long spikes : training.gradientSpikes()) {
                gradient += spikes;
            }
            csv.append(epoch.epoch()).append(',').append(run.trainSamples()).append(',');
            csv.append(epoch.accuracy() == null ? "" : Json.number(epoch.accuracy()))
                    .append(',');
            csv.append(Json.number(epoch.learnEnable())).append(',');
            csv.append(training.cycles()).append(',');
            csv.append(training.allUpdates()).append(',');
            csv.append(training.allSpikes() - gradient).append(',');
            csv.append(gradient).append(',');
            csv.append(training.packets()).append(',');
            csv.append(Json.number(training.perUpdate(training.allSpikes()))).append(',');
            csv.append(Json.number(training.energy().joules())).append(',');
            csv.append(Json.number(training.perUpdate(training.energy().joules())))
                    .append('\n');
        }
        return csv.toString();
    }
}
