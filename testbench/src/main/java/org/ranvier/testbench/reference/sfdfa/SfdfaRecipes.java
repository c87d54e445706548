package org.ranvier.testbench.reference.sfdfa;

import java.util.ArrayList;
import java.util.List;

/**
 * Settings that were tuned for digits and one hidden layer. Hidden layers beyond the first start and learn as the output does, with the
 * threshold and the rate of a hidden one.
 */
public final class SfdfaRecipes {
    private static final int HIDDEN_THRESHOLD = 50463;
    private static final int OUTPUT_THRESHOLD = 176947;
    private static final int REGULARISER = 40960;
    private static final int RATE_TARGET = 65536;
    private static final int FEEDBACK_SHIFT = 8;
    private static final int[] HALVINGS = {15_000, 20_000, 25_000};

    private SfdfaRecipes() {}

    /**
     * R0: 100 steps, constants only.
     *
     * @param sizes neurons per layer, input first
     * @param seed of the run
     * @return the spec
     */
    public static SfdfaSpec r0(final int[] sizes, final long seed) {
        return spec(sizes, new SfdfaTiming(100, 49, 7, 6), 8, 5, 25, 5, SfdfaRule.DEFAULT, seed);
    }

    /**
     * R1: half the steps, and rates of hidden neurons normalised.
     *
     * @param sizes neurons per layer, input first
     * @param seed of the run
     * @return the spec
     */
    public static SfdfaSpec r1(final int[] sizes, final long seed) {
        final SfdfaRule rule = SfdfaRule.DEFAULT.withNormaliser(SfdfaRule.Normaliser.GAIN);
        return spec(sizes, new SfdfaTiming(50, 24, 6, 5), 8, 6, 20, 4, rule, seed);
    }

    /**
     * The short form of R0 for a few thousand images: outputs start more excitable, and feedback weights are means of what there is.
     *
     * @param sizes neurons per layer, input first
     * @param seed of the run
     * @return the spec
     */
    public static SfdfaSpec shortForm(final int[] sizes, final long seed) {
        final SfdfaSpec r0 = r0(sizes, seed);
        return withOutput(r0, r0.layer(r0.outputLayer()).withStart(-1536, 2560))
                .withSchedule(new SfdfaSchedule(FEEDBACK_SHIFT, true, HALVINGS));
    }

    /**
     * Direct feedback alignment in the settings of R0 that suit it.
     *
     * @param sizes neurons per layer, input first
     * @param seed of the run
     * @return the spec
     */
    public static SfdfaSpec dfaR0(final int[] sizes, final long seed) {
        final SfdfaSpec r0 = spec(sizes, new SfdfaTiming(100, 49, 7, 6), 7, 5, 25, 5, SfdfaRule.DEFAULT, seed);
        return r0.withRule(r0.rule().withLearnedFeedback(false));
    }

    /**
     * Direct feedback alignment in the settings of R1 that suit it.
     *
     * @param sizes neurons per layer, input first
     * @param seed of the run
     * @return the spec
     */
    public static SfdfaSpec dfaR1(final int[] sizes, final long seed) {
        final SfdfaRule rule =
                SfdfaRule.DEFAULT.withNormaliser(SfdfaRule.Normaliser.ENERGY).withLearnedFeedback(false);
        final SfdfaSpec r1 = spec(sizes, new SfdfaTiming(50, 24, 6, 5), 8, 5, 25, 5, rule, seed);
        return withOutput(r1, SfdfaLayerSpec.of(131072, -1536, 1536, 5));
    }

    private static SfdfaSpec withOutput(final SfdfaSpec spec, final SfdfaLayerSpec output) {
        final List<SfdfaLayerSpec> layers = new ArrayList<>(spec.layers());
        layers.set(layers.size() - 1, output);
        return spec.withLayers(layers);
    }

    private static SfdfaSpec spec(
            final int[] sizes,
            final SfdfaTiming timing,
            final int hiddenRate,
            final int outputRate,
            final int labelTarget,
            final int otherTarget,
            final SfdfaRule rule,
            final long seed) {
        final SfdfaLayerSpec[] layers = new SfdfaLayerSpec[sizes.length - 1];
        for (int l = 0; l < layers.length; l++) {
            final int bound = l == 0 ? 512 : 2048;
            layers[l] = l < layers.length - 1
                    ? SfdfaLayerSpec.of(HIDDEN_THRESHOLD, -bound, bound, hiddenRate)
                    : SfdfaLayerSpec.of(OUTPUT_THRESHOLD, -bound, bound, outputRate);
        }
        return new SfdfaSpec(
                sizes,
                timing,
                List.of(layers),
                labelTarget,
                otherTarget,
                REGULARISER,
                RATE_TARGET,
                rule,
                new SfdfaSchedule(FEEDBACK_SHIFT, false, HALVINGS),
                seed);
    }
}
