package org.ranvier.testbench.cli;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.sfdfa.SfdfaNormaliser;
import org.ranvier.programs.sfdfa.SfdfaRates;
import org.ranvier.programs.sfdfa.SfdfaRecipe;
import org.ranvier.programs.sfdfa.SfdfaRule;
import org.ranvier.programs.sfdfa.SfdfaSchedule;
import org.ranvier.programs.sfdfa.SfdfaStart;
import picocli.CommandLine.Option;

/** The options that say what form of SFDFA it is; what is not given comes from the recipe. */
final class SfdfaRuleOptions {
    private static final double ONE_Q16 = 1 << 16;
    private static final double ONE_Q12 = 1 << 12;
    private static final double ONE_Q10 = 1 << 10;
    private static final double MOST = 1 << 12;

    @Option(
            names = "--recipe",
            paramLabel = "r0|r1|short",
            description =
                    "Where the constants come from: r0, 100 steps; r1, 50 steps with the row normaliser; short, r0 for a few"
                            + " thousand images (default ${DEFAULT-VALUE}).")
    private String recipe = "short";

    @Option(
            names = "--gradient",
            paramLabel = "exact|smooth",
            description = "Divide by I - theta, which is exact, or by I; never by less than theta/16 (default"
                    + " ${DEFAULT-VALUE}).")
    private String gradient = "smooth";

    @Option(
            names = "--intra-neuron",
            paramLabel = "on|off",
            description = "Whether a spike's effect on later spikes of its neuron counts (default ${DEFAULT-VALUE}).")
    private String intraNeuron = "on";

    @Option(
            names = "--feedback",
            paramLabel = "learned|random",
            description =
                    "Learn feedback weights from perturbations, or fix them at random: direct feedback alignment, with"
                            + " the recipe's constants for it (default ${DEFAULT-VALUE}).")
    private String feedback = "learned";

    @Option(
            names = "--normaliser",
            paramLabel = "on|off",
            description = "Rates of hidden neurons shrink with their eligibilities (default: the recipe's; r1 on).")
    private String normaliser;

    @Option(
            names = "--weight-bits",
            paramLabel = "8|16",
            description = "Width of a weight; 8: Q5 in hidden layers, Q4 in the output (default ${DEFAULT-VALUE}).")
    private int weightBits = 16;

    @Option(names = "--steps", paramLabel = "T", description = "Steps of a sample (default: r0 100, r1 50).")
    private Integer steps;

    @Option(
            names = "--last-input",
            paramLabel = "T",
            description = "Last step in which a pixel spikes (default: (steps-1)/2, rounded down).")
    private Integer lastInput;

    @Option(
            names = "--potential-shift",
            paramLabel = "N",
            description = "Decay of the potential a step, 2^-N (default: r0 7, r1 6).")
    private Integer potentialShift;

    @Option(
            names = "--current-shift",
            paramLabel = "N",
            description = "Decay of the current a step, 2^-N (default: r0 6, r1 5).")
    private Integer currentShift;

    @Option(names = "--theta-hidden", paramLabel = "X", description = "Threshold of hidden neurons (default 0.77).")
    private Double thetaHidden;

    @Option(names = "--theta-output", paramLabel = "X", description = "Threshold of output neurons (default 2.7).")
    private Double thetaOutput;

    @Option(
            names = "--targets",
            paramLabel = "A,B",
            split = ",",
            description = "Spike counts of the label's output and of the others (default: r0 25,5, r1 20,4).")
    private int[] targets;

    @Option(
            names = "--regulariser",
            paramLabel = "X",
            description = "How strongly hidden neurons are drawn to the target rate (default 10).")
    private Double regulariser;

    @Option(
            names = "--target-rate",
            paramLabel = "X",
            description = "Spikes an image that a hidden neuron should have (default 1).")
    private Double targetRate;

    @Option(
            names = "--init-hidden",
            paramLabel = "LO,HI",
            split = ",",
            description = "Range of start weights of the first layer (default -0.5,0.5).")
    private double[] initHidden;

    @Option(
            names = "--init-deep",
            paramLabel = "LO,HI",
            split = ",",
            description = "Range of start weights of further hidden layers (default -2,2).")
    private double[] initDeep;

    @Option(
            names = "--init-output",
            paramLabel = "LO,HI",
            split = ",",
            description = "Range of start weights of the output (default -2,2; short -1.5,2.5).")
    private double[] initOutput;

    @Option(names = "--s1", paramLabel = "N", description = "Hidden learning rate 2^-N (default 8).")
    private Integer s1;

    @Option(names = "--s2", paramLabel = "N", description = "Output learning rate 2^-N (default: r0 5, r1 6).")
    private Integer s2;

    @Option(
            names = "--lrb-shift",
            paramLabel = "N",
            description = "Rate 2^-N at which feedback follows its estimate (default 8); short begins with a mean.")
    private Integer lrbShift;

    @Option(
            names = "--halvings",
            paramLabel = "N",
            split = ",",
            description =
                    "Images learnt before each time that both weight rates halve (default: 1/2, 2/3 and 5/6 of the"
                            + " run, or of 10,000 images if it is shorter; short 3/4, 17/20 and 19/20 of the run).")
    private int[] halvings;

    /** @return the recipe */
    SfdfaRecipe recipe() {
        return SfdfaRecipe.parse("--recipe", recipe);
    }

    private boolean learned() {
        return choice("--feedback", feedback, "learned", "random");
    }

    /** @return the constants of the programs */
    SfdfaRule rule() {
        final SfdfaRule usual = recipe().rule(learned(), weightBits);
        if (targets != null && targets.length != 2) {
            throw ConfigurationException.of("--targets", Arrays.toString(targets), "two counts");
        }
        final int allSteps = steps == null ? usual.steps() : steps;
        return new SfdfaRule(
                allSteps,
                lastInput == null ? (allSteps - 1) / 2 : lastInput,
                or(potentialShift, usual.potentialShift()),
                or(currentShift, usual.currentShift()),
                fixed("--theta-hidden", thetaHidden, ONE_Q16, usual.hiddenThreshold()),
                fixed("--theta-output", thetaOutput, ONE_Q16, usual.outputThreshold()),
                targets == null ? usual.labelTarget() : targets[0],
                targets == null ? usual.otherTarget() : targets[1],
                fixed("--regulariser", regulariser, ONE_Q12, usual.regulariser()),
                fixed("--target-rate", targetRate, ONE_Q16, usual.targetRate()),
                choice("--gradient", gradient, "exact", "smooth"),
                choice("--intra-neuron", intraNeuron, "on", "off"),
                learned(),
                normaliser(usual.normaliser()),
                weightBits);
    }

    private SfdfaNormaliser normaliser(final SfdfaNormaliser usual) {
        if (normaliser == null) {
            return usual;
        }
        if (!choice("--normaliser", normaliser, "on", "off")) {
            return SfdfaNormaliser.OFF;
        }
        return usual == SfdfaNormaliser.OFF ? SfdfaNormaliser.GAIN : usual;
    }

    /** @return the ranges of start weights */
    SfdfaStart start() {
        final SfdfaStart usual = recipe().start(learned());
        final int[] hidden = range("--init-hidden", initHidden, usual.hiddenLow(), usual.hiddenHigh());
        final int[] deep = range("--init-deep", initDeep, usual.deepLow(), usual.deepHigh());
        final int[] output = range("--init-output", initOutput, usual.outputLow(), usual.outputHigh());
        return new SfdfaStart(hidden[0], hidden[1], deep[0], deep[1], output[0], output[1]);
    }

    /**
     * Gives the learning rates.
     *
     * @param presentations images that will be learnt
     * @return the schedule
     */
    SfdfaSchedule schedule(final long presentations) {
        final SfdfaSchedule usual = recipe().schedule(learned(), weightBits, presentations);
        final SfdfaRates first = usual.first();
        return new SfdfaSchedule(
                new SfdfaRates(
                        or(s1, first.hiddenShift()), or(s2, first.outputShift()), or(lrbShift, first.feedbackShift())),
                usual.warmUp(),
                halvings == null ? usual.halvings() : halvings);
    }

    private static int or(final Integer given, final int usual) {
        return given == null ? usual : given;
    }

    private static int fixed(final String option, final Double given, final double one, final int usual) {
        return given == null ? usual : (int) Math.rint(ConfigurationException.checkRange(option, given, 0, MOST) * one);
    }

    private static int[] range(final String option, final double[] given, final int low, final int high) {
        if (given == null) {
            return new int[] {low, high};
        }
        if (given.length != 2 || given[0] > given[1]) {
            throw ConfigurationException.of(option, Arrays.toString(given), "two numbers, the smaller first");
        }
        return new int[] {(int) Math.rint(given[0] * ONE_Q10), (int) Math.rint(given[1] * ONE_Q10)};
    }

    /** @return true for the first word, false for the second */
    private static boolean choice(final String option, final String given, final String yes, final String no) {
        if (!given.equals(yes) && !given.equals(no)) {
            throw ConfigurationException.of(option, given, yes + " or " + no);
        }
        return given.equals(yes);
    }
}
