package org.ranvier.testbench.anytime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.bptt.BpttOptions;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.train.TrainSummary;

/**
 * What {@code summary.json} says about a training for anytime inference. {@code accuracy} is that of the integer network on the
 * chip; costs are those of the test, because training does not take place on the chip.
 */
public final class AnytimeSummary {
    private AnytimeSummary() {}

    /**
     * Describes a training.
     *
     * @param version of the program
     * @param training the training, finished
     * @param model its result
     * @param result the model's test on the chip, to the last tick
     * @param profile what events cost
     * @return keys and values in the order in which they are written
     */
    public static Map<String, Object> of(
            final String version,
            final AnytimeTraining training,
            final AnytimeModel model,
            final StoppedTest result,
            final EnergyProfile profile) {
        final BpttOptions options = training.options();
        final ChipSpec chip = result.chip().mapping().chip();
        final List<AnytimeTraining.Epoch> epochs = training.epochs();
        final double seconds =
                epochs.stream().mapToDouble(AnytimeTraining.Epoch::wallSeconds).sum();
        final long presentations = (long) epochs.size() * training.trainImages().count();
        final Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("version", version);
        summary.put("rule", AnytimeModel.RULE);
        summary.put("dataset", training.data().name());
        summary.put("seed", options.seed());
        summary.put("fabric", chip.fabric().label());
        summary.put("profile", profile.name());
        summary.put("accuracy", result.accuracy());
        summary.put("float_accuracy", epochs.get(epochs.size() - 1).accuracy());
        summary.put("float_accuracy_by_tick", epochs.get(epochs.size() - 1).accuracyByTick());
        summary.put(
                "accuracy_by_epoch",
                epochs.stream().map(AnytimeTraining.Epoch::accuracy).toArray());
        summary.put(
                "loss_by_epoch",
                epochs.stream().map(AnytimeTraining.Epoch::loss).toArray());
        summary.put("epochs", epochs.size());
        summary.put("train_samples", training.trainImages().count());
        summary.put("test_samples", training.testImages().count());
        summary.put("presentations", presentations);
        summary.put("ticks", options.spec().ticks());
        summary.put("wall_seconds", seconds);
        summary.put("images_per_second", presentations / seconds);
        summary.put("model", model.fingerprint());
        summary.put("test", test(result));
        if (training.data().recordings() != null) {
            summary.put("recordings", training.data().recordings().settings());
        }
        summary.put("options", options(options, model));
        summary.put(
                "chip",
                TrainSummary.chip(chip, result.chip().layers().placements().size()));
        return summary;
    }

    private static Map<String, Object> test(final StoppedTest result) {
        final Map<String, Object> test = new LinkedHashMap<>();
        test.put("presentations", result.figures().samples());
        TrainSummary.putCosts(test, result.figures());
        test.put(
                "energy_per_inference_j",
                result.figures().energy().joules() / result.figures().samples());
        return test;
    }

    private static Map<String, Object> options(final BpttOptions options, final AnytimeModel model) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("sizes", options.spec().sizes());
        map.put("loss", options.loss().label());
        map.put(
                "regularizer",
                options.regularizer() == null ? null : options.regularizer().label());
        map.put("lambda", options.regularizer() == null ? null : options.lambda());
        map.put("eta", options.eta());
        map.put("batch", options.batch());
        map.put("coding", options.coding().label());
        map.put("gain", options.coding().gain());
        map.put("thresholds", model.header().thresholds());
        map.put("scales", model.header().scales());
        return map;
    }
}
