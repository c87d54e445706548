package org.ranvier.testbench.compare;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Runs of several rules, and what they come to.
 *
 * @param runs the runs, failed ones among them
 */
public record Comparison(List<RuleRun> runs) {
    /** @return what was compared, in the order of the first run of each */
    public List<String> rules() {
        return runs.stream().map(RuleRun::rule).distinct().toList();
    }

    /**
     * @param rule one of {@link #rules}
     * @return its runs
     */
    public List<RuleRun> runs(final String rule) {
        return runs.stream().filter(run -> run.rule().equals(rule)).toList();
    }

    /**
     * Estimates what a rule comes to; runs that failed, or have no value in the column, are left out.
     *
     * @param rule one of {@link #rules}
     * @param column what is asked for
     * @return its mean over the seeds
     */
    public Estimate estimate(final String rule, final Column column) {
        final DoubleStream values = runs(rule).stream().mapToDouble(run -> run.value(column));
        return Estimate.of(values.filter(value -> !Double.isNaN(value)).toArray());
    }

    /** @return the runs that failed */
    public List<RuleRun> failures() {
        return runs.stream().filter(RuleRun::failed).toList();
    }
}
