package org.ranvier.testbench.energy;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ranvier.core.error.ConfigurationException;

/**
 * How often a run did what publications price: the counterpart of the ledger for profiles of published chips.
 *
 * <p>Whoever runs a network counts, from the run and not from its size, and prices the counts:
 *
 * <pre>{@code
 * Census census = new Census()
 *         .add(Operation.SYNAPSE_EVENT, events)               // synapses served
 *         .add(Operation.NEURON_UPDATE_ACTIVE, updates)       // neurons x steps, if each has an input or a bias in every step
 *         .add(Operation.NEURON_SPIKE, spikes)
 *         .add(Operation.MESSAGE_SEND, messages)              // one per spike and destination core
 *         .add(Operation.MESSAGE_RECEIVE, messages)
 *         .add(Operation.HOP_EAST_WEST, hopsAlongX)           // tiles passed by each message on its own, |dx| and |dy|,
 *         .add(Operation.HOP_NORTH_SOUTH, hopsAlongY);        // also where the fabric shares links by multicast
 * EnergyProfile profile = EnergyProfiles.load("loihi-sanafe", Vocabulary.OPERATIONS);
 * EnergyReport report = EnergyReport.of(census, profile, chipSeconds, Map.of(ChipPart.CHIP, 1));
 * report.joules();            // J, everything that has a price
 * report.byComponent();       // J by "synapse", "soma", "network", "learning", "barrier", "static.chip", ...
 * report.unpriced();          // counts of what the profile has no price for
 * }</pre>
 *
 * Not safe for use by several threads; count apart and add up.
 */
public final class Census {
    private final Map<Operation, Long> counts = new EnumMap<>(Operation.class);

    /** Makes an empty census. */
    public Census() {}

    /**
     * Counts operations.
     *
     * @param operation what happened
     * @param times how often, at least 0; with 0 the report shows the operation all the same
     * @return this
     * @throws ConfigurationException when {@code times} is negative
     * @throws ArithmeticException when a sum exceeds 2^63 - 1
     */
    public Census add(final Operation operation, final long times) {
        if (times < 0) {
            throw ConfigurationException.of(operation.kind().name(), times, "a count of at least 0");
        }
        counts.merge(operation, times, Math::addExact);
        return this;
    }

    /**
     * Looks up a count.
     *
     * @param operation what to look up
     * @return how often it happened; 0 when it was not counted
     */
    public long count(final Operation operation) {
        return counts.getOrDefault(operation, 0L);
    }

    /** @return the counts in the form that a report prices */
    public LedgerSnapshot snapshot() {
        final SortedMap<LedgerSnapshot.Slot, Long> slots = new TreeMap<>();
        counts.forEach((operation, count) ->
                slots.put(new LedgerSnapshot.Slot("census", operation.phase(), operation.kind()), count));
        return LedgerSnapshot.ofCounts(slots);
    }
}
