package org.ranvier.testbench.anytime;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.anytime.AnytimeChip;

/**
 * When a chip stops: a table of thresholds and where it comes from.
 *
 * @param by {@code epsilon}, {@code beta} or {@code confidence}
 * @param value the option's value
 * @param thresholds by output tick
 */
public record StopRule(String by, double value, int[] thresholds) {
    /**
     * Stops at a calibrated table.
     *
     * @param table the table
     * @return the rule
     */
    public static StopRule epsilon(final ThresholdTables.Table table) {
        return new StopRule("epsilon", table.epsilon(), table.thresholds());
    }

    /**
     * Stops at one gap, the same in every tick.
     *
     * @param model the model
     * @param beta what the gap of the accumulated logits must exceed
     * @return the rule
     */
    public static StopRule beta(final AnytimeModel model, final double beta) {
        ConfigurationException.checkRange("--beta", beta, 0, 1e9);
        return new StopRule("beta", beta, constant(model, beta));
    }

    /**
     * Stops when the softmax of the accumulated logits is sure of a class.
     *
     * <p>The largest of K softmax outputs exceeds c when sum exp(Y_k - Y_max) over the others is less than (1 - c) / c. With a gap g
     * the sum is at most (K - 1) exp(-g), so g > ln((K - 1) c / (1 - c)) is enough: the chip never stops at less than c, and needs
     * neither exponentials nor more than its one comparison. ln(c / (1 - c)) is necessary; between the two the chip waits in vain.
     *
     * @param model the model
     * @param confidence c, above 1 / K and below 1
     * @return the rule
     */
    public static StopRule confidence(final AnytimeModel model, final double confidence) {
        final int classes = model.network().classes();
        if (!(confidence > 1.0 / classes && confidence < 1)) {
            throw ConfigurationException.of(
                    "--confidence", confidence, "a number above 1/" + classes + ", chance, and below 1");
        }
        final double gap = StrictMath.log((classes - 1) * confidence / (1 - confidence));
        return new StopRule("confidence", confidence, constant(model, gap));
    }

    private static int[] constant(final AnytimeModel model, final double gap) {
        final int[] table = new int[model.header().ticks()];
        Arrays.fill(table, (int) Math.min(AnytimeChip.NEVER, Math.floor(gap * model.logitScale())));
        return table;
    }
}
