package org.ranvier.testbench.train;

import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;

/**
 * What a set of events cost.
 *
 * @param joules all of it
 * @param byComponent joules by kind of component
 * @param byPhase joules by phase
 * @param unpriced counts of events that the profile has no price for
 */
public record Energy(
        double joules, Map<String, Double> byComponent, Map<String, Double> byPhase, Map<String, Long> unpriced) {

    static Energy of(final Ledger events) {
        final Map<String, Long> unpriced = new TreeMap<>();
        for (final LedgerRow row : events.rows()) {
            for (int i = 0; i < row.counts().length; i++) {
                if (row.counts()[i] > 0) {
                    unpriced.merge(row.kinds().get(i).name(), row.counts()[i], Long::sum);
                }
            }
        }
        return new Energy(0, Map.of(), Map.of(), unpriced);
    }
}
