package org.ranvier.testbench.compare;

/**
 * One row of the comparison.
 *
 * @param rule what the rule is called
 * @param seed the run's seed
 * @param figures what it came to; null when it failed
 * @param error why it failed; null when it did not
 */
public record RuleRun(String rule, long seed, RuleFigures figures, String error) {
    /** @return whether it failed */
    public boolean failed() {
        return figures == null;
    }

    /** @return its value in a column; NaN where it has none */
    double value(final Column column) {
        return failed() ? Double.NaN : column.of(figures);
    }
}
