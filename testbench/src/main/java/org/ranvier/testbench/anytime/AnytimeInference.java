package org.ranvier.testbench.anytime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.MappingException;
import org.ranvier.programs.anytime.AnytimeChip;
import org.ranvier.programs.anytime.AnytimeMapping;
import org.ranvier.programs.anytime.Coding;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.layered.LayeredChip;
import org.ranvier.testbench.data.DataSet;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.data.SpikeSet;
import org.ranvier.testbench.energy.EnergyProfile;
import org.ranvier.testbench.fault.FaultReport;
import org.ranvier.testbench.observe.ChipObserver;
import org.ranvier.testbench.train.Figures;
import org.ranvier.testbench.train.TrainListener;
import org.ranvier.testbench.train.TrainSummary;

/**
 * Tests a model on a chip, twice on the same spikes: to the last tick, and stopping as soon as the answer is sure.
 *
 * <p>The input's random lanes are set by the number of the image before it is shown, so that the two runs differ in nothing else; the
 * chip does not need that, and it costs it nothing.
 */
public final class AnytimeInference {
    private static final String SYNAPTIC_OP = "sram.synaptic_op";

    private final AnytimeModel model;
    private final DataSet data;
    private final ImageSet images;
    private final ChipSpec chip;
    private final EnergyProfile profile;
    private ChipObserver observer = ChipObserver.NONE;
    private final List<Chip> tested = new ArrayList<>();

    /**
     * Prepares a test.
     *
     * @param model the model
     * @param data the data set that the images belong to
     * @param images the images
     * @param chip the chip
     * @param profile what its events cost
     * @throws ConfigurationException when model, data and chip do not fit each other
     */
    public AnytimeInference(
            final AnytimeModel model,
            final DataSet data,
            final ImageSet images,
            final ChipSpec chip,
            final EnergyProfile profile) {
        this.model = model;
        this.data = data;
        this.images = images;
        this.chip = chip;
        this.profile = profile;
        final int[] sizes = model.header().sizes();
        if (sizes[0] != images.imageSize() || sizes[sizes.length - 1] != data.classes()) {
            throw new ConfigurationException("--model: it has " + sizes[0] + " inputs and " + sizes[sizes.length - 1]
                    + " outputs, images of " + data.name() + " have " + images.imageSize() + " pixels and "
                    + data.classes() + " classes");
        }
        final boolean hears = model.network().coding().form() == Coding.Form.EVENTS;
        if (hears != images instanceof SpikeSet) {
            throw new ConfigurationException("--model: it " + (hears ? "hears spikes" : "sees pixels") + ", expected "
                    + (hears ? "recordings (--events)" : "images in the place of --events"));
        }
        chip(false);
    }

    /**
     * Hands its chips to an observer from now on.
     *
     * @param listener the observer
     */
    public void observer(final ChipObserver listener) {
        observer = listener;
    }

    private AnytimeChip chip(final boolean traced) {
        try {
            final AnytimeChip built =
                    new AnytimeChip(new AnytimeMapping(model.network(), chip, traced), model.weights());
            built.chip().faults().check();
            observer.built(built.chip(), chip);
            return built;
        } catch (final MappingException e) {
            throw new ConfigurationException("--model: it does not fit the chip: " + e.getMessage(), e);
        }
    }

    /**
     * Runs the images to their ends on a chip that tells the host its gaps.
     *
     * @param task what the listener is told
     * @param listener hears of the progress
     * @return what it said
     */
    public OutputTrace trace(final String task, final TrainListener listener) {
        return OutputTrace.of(chip(true), images, task, listener);
    }

    /**
     * Runs the images to their ends.
     *
     * @param listener given the chip, hears of the progress
     * @return the result
     */
    public StoppedTest whole(final Function<LayeredChip, TrainListener> listener) {
        final AnytimeChip running = chip(false);
        final StoppedTest test = new StoppedTest(running, profile);
        test.run(images, "to the last tick", listener.apply(running));
        return test;
    }

    /**
     * Runs the images both ways.
     *
     * @param rule when the chip stops
     * @param listener hears of the progress to the ends
     * @param stoppingListener given the chip that stops early, hears of its progress
     * @return keys and values of the report
     */
    public Map<String, Object> run(
            final StopRule rule,
            final TrainListener listener,
            final Function<LayeredChip, TrainListener> stoppingListener) {
        final StoppedTest whole = whole(unused -> listener);
        final AnytimeChip stopping = chip(false);
        stopping.thresholds(rule.thresholds());
        final StoppedTest cut = new StoppedTest(stopping, profile);
        cut.run(images, "stopping early", stoppingListener.apply(stopping));
        tested.add(whole.chip().chip());
        tested.add(stopping.chip());

        final int ticks = model.header().ticks();
        final int behind = model.network().layers() - 1;
        final Map<String, Object> report = new LinkedHashMap<>();
        report.put("rule", AnytimeModel.RULE);
        report.put("dataset", data.origin());
        report.put("trained_on", model.header().dataset());
        report.put("sizes", model.header().sizes());
        report.put("loss", model.header().loss());
        report.put("ticks", ticks);
        report.put("fabric", chip.fabric().label());
        report.put("profile", profile.name());
        report.put("stop_by", rule.by());
        report.put("stop_value", rule.value());
        report.put("thresholds", rule.thresholds());
        report.put("test_samples", images.count());
        report.put("accuracy", cut.accuracy());
        report.put("accuracy_full", whole.accuracy());
        report.put("points_lost", 100 * (whole.accuracy() - cut.accuracy()));
        report.put("decision_ticks", cut.meanTicks());
        report.put("speed_up", ticks / cut.meanTicks());
        report.put("pipeline_ticks", cut.meanTicks() + behind);
        report.put("pipeline_speed_up", (ticks + behind) / (cut.meanTicks() + behind));
        report.put("decision_tick_counts", cut.tickCounts());
        report.put("stale_packets", cut.stalePackets());
        report.put("saved", saved(whole.figures(), cut.figures()));
        report.put("cutoff", costs(cut));
        report.put("full", costs(whole));
        return report;
    }

    /** @return the chips of a test both ways: to the last tick, then stopping early */
    public List<Chip> tested() {
        return List.copyOf(tested);
    }

    private static Map<String, Object> saved(final Figures whole, final Figures cut) {
        final Map<String, Object> saved = new LinkedHashMap<>();
        saved.put("cycles", 1 - (double) cut.cycles() / whole.cycles());
        saved.put("energy", 1 - cut.energy().joules() / whole.energy().joules());
        saved.put("packets", 1 - (double) cut.packets() / whole.packets());
        saved.put(
                "synaptic_operations",
                1 - (double) cut.energy().count(SYNAPTIC_OP) / whole.energy().count(SYNAPTIC_OP));
        return saved;
    }

    private static Map<String, Object> costs(final StoppedTest test) {
        final Figures figures = test.figures();
        final Map<String, Object> costs = new LinkedHashMap<>();
        costs.put("accuracy", test.accuracy());
        costs.put("cycles_per_inference", (double) figures.cycles() / figures.samples());
        costs.put("seconds_per_inference", figures.seconds() / figures.samples());
        costs.put("energy_per_inference_j", figures.energy().joules() / figures.samples());
        costs.put(
                "synaptic_operations_per_inference", (double) figures.energy().count(SYNAPTIC_OP) / figures.samples());
        TrainSummary.putCosts(costs, figures);
        FaultReport.put(costs, test.chip().chip());
        return costs;
    }
}
