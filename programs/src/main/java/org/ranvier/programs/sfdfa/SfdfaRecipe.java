package org.ranvier.programs.sfdfa;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/**
 * Sets of constants with which the rule has been tuned on MNIST, 784-100-10, one image at a time.
 *
 * <p>Each has a second set for fixed random feedback (direct feedback alignment), tuned as carefully.
 */
public enum SfdfaRecipe {
    /** 100 steps of the plain rule. */
    R0,
    /** 50 steps with the row normaliser. */
    R1,
    /** R0 for a few thousand images: feedback starts as a running mean, output weights start above zero. */
    SHORT;

    /** Runs that are shorter halve their rates as if they were as long. */
    private static final int LEAST_PRESENTATIONS = 10_000;

    private static final int HIDDEN_THRESHOLD = 50_463;
    private static final int OUTPUT_THRESHOLD = 176_947;
    private static final int LOW_OUTPUT_THRESHOLD = 131_072;
    private static final int REGULARISER = 40_960;
    private static final int TARGET_RATE = 65_536;
    private static final int NARROW = 8;

    /** @return its name on the command line */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a name.
     *
     * @param option what the message calls it
     * @param name the name
     * @return the recipe
     */
    public static SfdfaRecipe parse(final String option, final String name) {
        for (final SfdfaRecipe recipe : values()) {
            if (recipe.label().equals(name)) {
                return recipe;
            }
        }
        throw ConfigurationException.of(
                option, name, Arrays.stream(values()).map(SfdfaRecipe::label).collect(Collectors.joining(", ")));
    }

    /**
     * Gives the constants of the programs: smooth gradient with the intra-neuron term.
     *
     * @param learned whether feedback is learnt
     * @param weightBits width of a weight, 8 or 16
     * @return the rule
     */
    public SfdfaRule rule(final boolean learned, final int weightBits) {
        if (this == R1) {
            return new SfdfaRule(
                    50,
                    24,
                    6,
                    5,
                    HIDDEN_THRESHOLD,
                    learned ? OUTPUT_THRESHOLD : LOW_OUTPUT_THRESHOLD,
                    learned ? 20 : 25,
                    learned ? 4 : 5,
                    REGULARISER,
                    TARGET_RATE,
                    false,
                    true,
                    learned,
                    learned ? SfdfaNormaliser.GAIN : SfdfaNormaliser.ENERGY,
                    weightBits);
        }
        return new SfdfaRule(
                100,
                49,
                7,
                6,
                HIDDEN_THRESHOLD,
                OUTPUT_THRESHOLD,
                25,
                5,
                REGULARISER,
                TARGET_RATE,
                false,
                true,
                learned,
                SfdfaNormaliser.OFF,
                weightBits);
    }

    /**
     * Gives the ranges of start weights.
     *
     * @param learned whether feedback is learnt
     * @return the ranges
     */
    public SfdfaStart start(final boolean learned) {
        return switch (this) {
            case R0 -> new SfdfaStart(-512, 512, -2048, 2048, -2048, 2048);
            case R1 ->
                learned
                        ? new SfdfaStart(-512, 512, -2048, 2048, -2048, 2048)
                        : new SfdfaStart(-512, 512, -2048, 2048, -1536, 1536);
            case SHORT -> new SfdfaStart(-512, 512, -2048, 2048, -1536, 2560);
        };
    }

    /**
     * Gives the rates.
     *
     * @param learned whether feedback is learnt
     * @param weightBits width of a weight, 8 or 16
     * @param presentations images that will be learnt: R0 and R1 halve their rates at 1/2, 2/3 and 5/6 of 10,000 or more, the short
     *     form at 3/4, 17/20 and 19/20 of what there are
     * @return the schedule
     */
    public SfdfaSchedule schedule(final boolean learned, final int weightBits, final long presentations) {
        final int hidden = learned || this == R1 ? 8 : 7;
        final int output = this == R1 && learned && weightBits != NARROW ? 6 : 5;
        final int run = (int) Math.min(Integer.MAX_VALUE, presentations);
        final int span = Math.max(LEAST_PRESENTATIONS, run);
        final int[] halvings = this == SHORT
                ? new int[] {part(run, 3, 4), part(run, 17, 20), part(run, 19, 20)}
                : new int[] {part(span, 1, 2), part(span, 2, 3), part(span, 5, 6)};
        return new SfdfaSchedule(new SfdfaRates(hidden, output, 8), this == SHORT, halvings);
    }

    /** A moment of a run: at least one image in. */
    private static int part(final int run, final int numerator, final int denominator) {
        return Math.max(1, (int) ((long) run * numerator / denominator));
    }
}
