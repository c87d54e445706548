package org.ranvier.testbench.golden;

import java.nio.file.Path;
import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.sfdfa.SfdfaNetwork;
import org.ranvier.programs.sfdfa.SfdfaNormaliser;
import org.ranvier.programs.sfdfa.SfdfaRates;
import org.ranvier.programs.sfdfa.SfdfaRule;
import org.ranvier.programs.sfdfa.SfdfaStart;

/**
 * One learning sample of SFDFA with one hidden layer, as integers.
 *
 * @param rule thresholds, shifts, steps and targets
 * @param rates learning rates
 * @param hidden hidden weights, post x pre, Q10
 * @param output output weights, post x pre, Q10
 * @param spikes input axons by step
 * @param signs perturbation of each hidden neuron, +1 or -1
 * @param label the target class
 */
public record SfdfaVector(
        SfdfaRule rule, SfdfaRates rates, int[][] hidden, int[][] output, int[][] spikes, int[] signs, int label) {
    private static final int REGULARISER = 410;
    private static final int TARGET_RATE = 13_107;
    private static final int STANDARD_SHIFT = 2;
    private static final int WIDE = 16;

    /** Checks that the shapes fit together. */
    public SfdfaVector {
        check("w1", hidden, hidden.length, hidden[0].length);
        check("w2", output, output.length, hidden.length);
        if (signs.length != hidden.length) {
            throw ConfigurationException.of("p", signs.length + " signs", hidden.length + ", one a row of w1");
        }
        for (final int sign : signs) {
            if (sign != 1 && sign != -1) {
                throw ConfigurationException.of("p", sign, "+1 or -1");
            }
        }
        ConfigurationException.checkRange("target_label", label, 0, output.length - 1);
        for (final int[] step : spikes) {
            checkStep(step, hidden[0].length);
        }
    }

    private static void check(final String key, final int[][] weights, final int rows, final int columns) {
        for (final int[] row : weights) {
            if (row.length != columns) {
                throw ConfigurationException.of(
                        key, "a row of " + row.length + " weights", rows + " rows of " + columns);
            }
            for (final int weight : row) {
                ConfigurationException.checkRange(key, weight, Short.MIN_VALUE, Short.MAX_VALUE);
            }
        }
    }

    private static void checkStep(final int[] axons, final int inputs) {
        final boolean[] seen = new boolean[inputs];
        for (final int axon : axons) {
            ConfigurationException.checkRange("in_spikes", axon, 0, inputs - 1);
            if (seen[axon]) {
                throw new ConfigurationException("in_spikes: axon " + axon + " spikes twice in one step");
            }
            seen[axon] = true;
        }
    }

    /** @return the network, all start weights 0; the random seed rounds the weights */
    SfdfaNetwork network() {
        return new SfdfaNetwork(
                new int[] {hidden[0].length, hidden.length, output.length}, rule, new SfdfaStart(0, 0, 0, 0, 0, 0), 1);
    }

    /**
     * Reads a vector.
     *
     * @param file JSON with the keys w1, w2, in_spikes, p, target_label, targets, theta1, theta2, T, km, ks and lrb_shift, and maybe
     *     s1, s2, reg (Q12) and f_star (Q16); other keys, those of the expected result among them, are left alone
     * @return the vector
     * @throws ConfigurationException when the file cannot be read or a key is missing or of another form
     */
    public static SfdfaVector read(final Path file) {
        final VectorFile json = VectorFile.read(file);
        final int steps = json.integer("T");
        final int[] targets = json.list("targets");
        if (targets.length != 2) {
            throw ConfigurationException.of(
                    file + ": targets", Arrays.toString(targets), "two counts, the label's and every other's");
        }
        final SfdfaRule rule = new SfdfaRule(
                steps,
                steps - 1,
                json.integer("km"),
                json.integer("ks"),
                json.integer("theta1"),
                json.integer("theta2"),
                targets[0],
                targets[1],
                json.integer("reg", REGULARISER),
                json.integer("f_star", TARGET_RATE),
                false,
                true,
                true,
                SfdfaNormaliser.OFF,
                WIDE);
        final SfdfaRates rates = new SfdfaRates(
                json.integer("s1", STANDARD_SHIFT), json.integer("s2", STANDARD_SHIFT), json.integer("lrb_shift"));
        return new SfdfaVector(
                rule,
                rates,
                json.matrix("w1"),
                json.matrix("w2"),
                json.steps("in_spikes", steps),
                json.list("p"),
                json.integer("target_label"));
    }
}
