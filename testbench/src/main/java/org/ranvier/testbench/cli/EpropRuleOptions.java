package org.ranvier.testbench.cli;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.rules.EpropRule;
import picocli.CommandLine.Option;

/** The options that choose a variant of e-prop. */
final class EpropRuleOptions {
    @Option(
            names = "--readout-shift",
            paramLabel = "K",
            description = "The read-out learns at eta / 2^K (default ${DEFAULT-VALUE}).")
    private int readoutShift = 2;

    @Option(
            names = "--leak",
            paramLabel = "K",
            description = "Potentials and traces of inputs lose their 2^-K in a tick (default ${DEFAULT-VALUE}).")
    private int leak = 1;

    @Option(
            names = "--filter",
            paramLabel = "K",
            description = "The read-out and the eligibilities lose their 2^-K in a tick, 0 for no memory (default"
                    + " ${DEFAULT-VALUE}).")
    private int filter = 1;

    @Option(
            names = "--refractory",
            paramLabel = "N",
            description = "Ticks in which a neuron that has fired cannot fire (default ${DEFAULT-VALUE}).")
    private int refractory;

    @Option(
            names = "--feedback",
            paramLabel = "NAME",
            description = "How errors come back: symmetric, through the read-out's weights, or random (default"
                    + " ${DEFAULT-VALUE}).")
    private String feedback = "symmetric";

    @Option(
            names = "--neuron",
            paramLabel = "NAME",
            description = "lif, or alif with a threshold that adapts (default ${DEFAULT-VALUE}).")
    private String neuron = "lif";

    /** @return the variant */
    EpropRule rule() {
        return new EpropRule(
                leak,
                filter,
                refractory,
                isFirst("--feedback", feedback, "symmetric", "random"),
                !isFirst("--neuron", neuron, "lif", "alif"),
                readoutShift);
    }

    private static boolean isFirst(final String option, final String value, final String first, final String second) {
        if (!value.equals(first) && !value.equals(second)) {
            throw ConfigurationException.of(option, value, first + " or " + second);
        }
        return value.equals(first);
    }
}
