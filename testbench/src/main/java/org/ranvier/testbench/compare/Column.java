package org.ranvier.testbench.compare;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ranvier.testbench.train.Figures;

/** What is compared: a key for the files, a heading and unit for people, and a definition. */
public enum Column {
    /** How well it learns. */
    ACCURACY("accuracy", "", "share of the test images classified right after the last epoch", RuleFigures::accuracy),
    /** How much it needs of the chip. */
    CORES(
            "cores",
            "",
            "cores with a program, the input's included",
            run -> run.footprint().cores()),
    /** The memory it needs. */
    BYTES_PER_SYNAPSE(
            "memory/synapse",
            "B",
            "bytes of data memory and SRAM arrays of the cores with synapses, by synapses",
            run -> run.footprint().bytesPerSynapse()),
    /** The part of it that holds weights. */
    ARRAY_BYTES_PER_SYNAPSE(
            "array/synapse",
            "B",
            "the arrays' part of it: the weight; 0 where it is a device",
            run -> (double) run.footprint().arrayBytes() / run.footprint().synapses()),
    /** How often weights change. */
    UPDATES_PER_SAMPLE(
            "updates/sample",
            "",
            "weight updates a training image",
            learning(figures -> figures.allUpdates() / (double) figures.samples())),
    /** Signals for a weight change. */
    SPIKES_PER_UPDATE(
            "spikes/update",
            "",
            "forward and gradient signals while training, by weight updates",
            learning(figures -> perUpdate(figures, figures.allSpikes()))),
    /** Joules for a weight change. */
    ENERGY_PER_UPDATE_J(
            "energy/update",
            "J",
            "joules of the whole chip while training, by weight updates",
            learning(figures -> perUpdate(figures, figures.energy().joules()))),
    /** Joules for an image learnt. */
    ENERGY_PER_SAMPLE_J(
            "energy/sample",
            "J",
            "the same, by training images",
            learning(figures -> figures.energy().joules() / figures.samples())),
    /** Time for an image learnt. */
    CYCLES_PER_SAMPLE(
            "cycles/sample",
            "",
            "the chip's cycles while training, by training images",
            learning(figures -> (double) figures.cycles() / figures.samples())),
    /** Traffic for an image learnt. */
    MESSAGES_PER_SAMPLE(
            "messages/sample",
            "",
            "packets while training, the host's included, by training images",
            learning(figures -> (double) figures.packets() / figures.samples())),
    /** Joules for an answer. */
    ENERGY_PER_INFERENCE_J(
            "energy/inference",
            "J",
            "joules of the whole chip while testing, by test images",
            run -> run.testing().energy().joules() / run.testing().samples()),
    /** Time for an answer. */
    CYCLES_PER_INFERENCE(
            "cycles/inference",
            "",
            "the chip's cycles while testing, by test images",
            run -> (double) run.testing().cycles() / run.testing().samples()),
    /** Traffic for an answer. */
    MESSAGES_PER_INFERENCE(
            "messages/inference",
            "",
            "packets while testing, by test images",
            run -> (double) run.testing().packets() / run.testing().samples());

    private final String heading;
    private final String unit;
    private final String definition;
    private final ToDoubleFunction<RuleFigures> value;

    Column(
            final String heading,
            final String unit,
            final String definition,
            final ToDoubleFunction<RuleFigures> value) {
        this.heading = heading;
        this.unit = unit;
        this.definition = definition;
        this.value = value;
    }

    private static ToDoubleFunction<RuleFigures> learning(final ToDoubleFunction<Figures> value) {
        return run -> run.training() == null ? Double.NaN : value.applyAsDouble(run.training());
    }

    private static double perUpdate(final Figures figures, final double quantity) {
        return figures.allUpdates() == 0 ? Double.NaN : quantity / figures.allUpdates();
    }

    /** @return its name in files */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return its name in tables */
    public String heading() {
        return heading;
    }

    /** @return {@code J} or {@code B}; empty for a number */
    public String unit() {
        return unit;
    }

    /** @return what it means, in words */
    public String definition() {
        return definition;
    }

    /**
     * @param run what a run came to
     * @return its value; NaN where it has none, as updates of a rule that does not learn on the chip
     */
    public double of(final RuleFigures run) {
        return value.applyAsDouble(run);
    }
}
