package org.ranvier.testbench.energy;

import java.util.OptionalDouble;
import org.ranvier.core.error.ConfigurationException;

/**
 * Where a number of a profile comes from, and under which conditions it holds.
 *
 * @param source the paper, tool or file that has the number or the numbers it is derived from; not blank
 * @param nodeNm technology node in nanometres, above 0; empty when the source does not state it
 * @param voltage supply or pulse voltage in volts, above 0; empty when the source does not state it
 * @param note arithmetic, assumptions and confidence, on one line; may be empty, but not when a condition is unstated
 */
public record Origin(String source, OptionalDouble nodeNm, OptionalDouble voltage, String note) {
    /** Checks every field. */
    public Origin {
        if (source == null || source.isBlank()) {
            throw ConfigurationException.of("source", source, "the paper, tool or file that the number comes from");
        }
        nodeNm.ifPresent(value -> checkPositive("node_nm", value));
        voltage.ifPresent(value -> checkPositive("voltage", value));
        if (note.isBlank() && (nodeNm.isEmpty() || voltage.isEmpty())) {
            throw ConfigurationException.of(
                    "note", "\"\"", "a note that says what is known, as node_nm or voltage is unstated");
        }
    }

    static void checkPositive(final String key, final double value) {
        ConfigurationException.checkRange(key, value, Double.MIN_VALUE, Double.MAX_VALUE);
    }

    static void checkAmount(final String key, final double value) {
        ConfigurationException.checkRange(key, value, 0, Double.MAX_VALUE);
    }

    /** @return whether a number of the other origin may stand beside one of this one without being a composition */
    boolean agrees(final Origin other) {
        return source.equals(other.source) && nodeNm.equals(other.nodeNm) && voltage.equals(other.voltage);
    }
}
