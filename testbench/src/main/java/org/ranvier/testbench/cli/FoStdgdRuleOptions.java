package org.ranvier.testbench.cli;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.fostdgd.Eligibility;
import org.ranvier.programs.fostdgd.FoStdgdRule;
import picocli.CommandLine.Option;

/** The options that say what form of FO-STDGD it is. */
final class FoStdgdRuleOptions {
    @Option(
            names = "--order",
            paramLabel = "A",
            description = "Order of the derivative, above 0 and below 2 (default ${DEFAULT-VALUE}).")
    private double order = 1.9;

    @Option(names = "--mu", paramLabel = "X", description = "Learning rate (default ${DEFAULT-VALUE}).")
    private double rate = 1e-3;

    @Option(
            names = "--eligibility",
            paramLabel = "rank1|exact|separable",
            description = "Share of a synapse in its neuron's rate: the mean of 1/u; 1/u of the interval of every"
                    + " presynaptic spike; or the outer product of rank1's steady state, on crossbars (default"
                    + " ${DEFAULT-VALUE}).")
    private String eligibility = "rank1";

    @Option(names = "--steps", paramLabel = "T", description = "Steps of an image, 1..255 (default ${DEFAULT-VALUE}).")
    private int steps = 20;

    @Option(
            names = "--hold",
            paramLabel = "on|off",
            description = "Whether a synapse keeps its last step through samples without a presynaptic spike (default"
                    + " ${DEFAULT-VALUE}; rank1 and exact).")
    private String hold = "on";

    @Option(
            names = "--rounding",
            paramLabel = "nearest|stochastic",
            description = "Of steps (default ${DEFAULT-VALUE}; rank1 and exact).")
    private String rounding = "stochastic";

    @Option(
            names = "--eps",
            paramLabel = "X",
            description =
                    "Added to the last step before its power is taken (default ${DEFAULT-VALUE}; rank1 and exact).")
    private double epsilon = 1e-3;

    @Option(names = "--clip", paramLabel = "X", description = "Largest step (default ${DEFAULT-VALUE}, threshold 1).")
    private double clip = 0.05;

    @Option(
            names = "--gain",
            split = ",",
            paramLabel = "HIDDEN,OUTPUT",
            description = "Standard deviation of start weights times the root of the fan-in (default 1.5,1).")
    private double[] gains = {1.5, 1};

    /** @return the rule */
    FoStdgdRule rule() {
        return rule(order, rate);
    }

    /** @return the rule with another order and rate */
    FoStdgdRule rule(final double otherOrder, final double otherRate) {
        return new FoStdgdRule(
                Eligibility.parse("--eligibility", eligibility),
                steps,
                FoStdgdRule.UNIT,
                otherOrder,
                otherRate,
                epsilon,
                clip,
                choice("--hold", hold, "on", "off"),
                choice("--rounding", rounding, "stochastic", "nearest"));
    }

    /** @return spread of start weights, of hidden layers and of the output */
    double[] gains() {
        if (gains.length != 2) {
            throw ConfigurationException.of(
                    "--gain", Arrays.toString(gains), "two numbers, of hidden layers and of the output");
        }
        return gains.clone();
    }

    private static boolean choice(final String option, final String value, final String yes, final String no) {
        if (!value.equals(yes) && !value.equals(no)) {
            throw ConfigurationException.of(option, value, yes + " or " + no);
        }
        return value.equals(yes);
    }
}
