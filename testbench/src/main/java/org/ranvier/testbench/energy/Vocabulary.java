package org.ranvier.testbench.energy;

import java.util.List;
import java.util.SortedMap;
import org.ranvier.core.energy.EventKind;

/**
 * What a profile puts prices on. A profile speaks one vocabulary: a synaptic event of a published chip contains the memory words
 * and additions that the other vocabulary counts one by one, so prices of both in one sum would count them twice.
 */
public enum Vocabulary {
    /** Hardware events of the simulated chip: memory words, lane operations, flits. The ledger counts them. */
    EVENTS("events", "hardware events"),
    /** Operations that publications price: synaptic events, neuron updates, hops. A {@link Census} counts them. */
    OPERATIONS("operations", "operations");

    private final String key;
    private final String meaning;

    Vocabulary(final String key, final String meaning) {
        this.key = key;
        this.meaning = meaning;
    }

    /** @return the key of the prices in a profile's file */
    public String key() {
        return key;
    }

    /** @return what is counted, for texts */
    public String meaning() {
        return meaning;
    }

    /** @return the names that may have a price, with what they mean, in the order of names */
    public SortedMap<String, EventKind> kinds() {
        return this == EVENTS ? EventCatalog.kinds() : Operation.kinds();
    }

    /** @return the same kinds in the order in which tables show them */
    List<EventKind> inOrder() {
        return this == EVENTS ? EventCatalog.inOrder() : Operation.inOrder();
    }
}
