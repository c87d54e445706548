package org.ranvier.testbench.energy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.EventKind;

/**
 * What publications about neuromorphic chips price. Operations are large: one synaptic event stands for the memory access,
 * the addition and the control that serve it. Kinds exclude each other unless they say otherwise, so a {@link Census} may have all
 * of them.
 */
public enum Operation {
    /** Counted by a run that does not tell formats of synapses apart. */
    SYNAPSE_EVENT(
            "synapse.event",
            "synapse",
            EnergyPhase.FORWARD,
            "one stored synapse served for one spike that reached its core, zero weights included"),
    /** Instead of {@link #SYNAPSE_EVENT}. */
    SYNAPSE_EVENT_SPARSE(
            "synapse.event_sparse",
            "synapse",
            EnergyPhase.FORWARD,
            "the same, for a synapse stored with the index of its target"),
    /** Instead of {@link #SYNAPSE_EVENT}. */
    SYNAPSE_EVENT_CONVOLUTION(
            "synapse.event_convolution",
            "synapse",
            EnergyPhase.FORWARD,
            "the same, for a weight shared by the synapses of a convolution"),
    SYNAPSE_UPDATE(
            "synapse.update", "learning", EnergyPhase.UPDATE, "one visit of one plastic synapse by the learning rule"),
    NEURON_UPDATE_ACTIVE(
            "neuron.update_active",
            "soma",
            EnergyPhase.FORWARD,
            "one neuron in one step, its state computed because of an input, a bias or a decay"),
    NEURON_UPDATE_INACTIVE(
            "neuron.update_inactive", "soma", EnergyPhase.FORWARD, "one neuron in one step, visited and found at rest"),
    /** On top of the update in which the neuron fires. */
    NEURON_SPIKE("neuron.spike", "soma", EnergyPhase.FORWARD, "one spike fired, beyond the update of its neuron"),
    MESSAGE_SEND(
            "message.send",
            "network",
            EnergyPhase.COMMUNICATION,
            "one message made by a core: one per spike and destination core, the sender's own core included"),
    MESSAGE_RECEIVE("message.receive", "network", EnergyPhase.COMMUNICATION, "one message taken in by a core"),
    MESSAGE_WITHIN_TILE(
            "message.within_tile",
            "network",
            EnergyPhase.COMMUNICATION,
            "one message delivered to a core of the tile that it came from"),
    HOP_EAST_WEST(
            "hop.east_west",
            "network",
            EnergyPhase.COMMUNICATION,
            "one message passed from a tile to the next in the same row"),
    HOP_NORTH_SOUTH(
            "hop.north_south",
            "network",
            EnergyPhase.COMMUNICATION,
            "one message passed from a tile to the next in the same column"),
    BARRIER_SYNC("barrier.sync", "barrier", EnergyPhase.COMMUNICATION, "one barrier of all tiles at the end of a step"),
    CHIP_CYCLE("chip.cycle", "clock", EnergyPhase.CONTROL, "one clock cycle of a chip, whatever happens in it"),
    CHIP_ACTIVE_US(
            "chip.active_us",
            "active",
            EnergyPhase.CONTROL,
            "one microsecond of a chip whose cores all compute, beyond what it draws at rest"),
    CHIP_RESET("chip.reset", "reset", EnergyPhase.CONTROL, "one chip's network state cleared");

    private static final SortedMap<String, EventKind> KINDS = byName();

    private final EventKind kind;
    private final EnergyPhase phase;

    Operation(final String label, final String component, final EnergyPhase phase, final String meaning) {
        this.kind = new EventKind(label, component, meaning);
        this.phase = phase;
    }

    /** @return its name in profiles, its row of the report by component, and what one count stands for */
    public EventKind kind() {
        return kind;
    }

    /** @return its row of the report by phase */
    public EnergyPhase phase() {
        return phase;
    }

    /** @return the kinds by name, in the order of names */
    public static SortedMap<String, EventKind> kinds() {
        return KINDS;
    }

    /**
     * Finds an operation.
     *
     * @param name its name in profiles, e.g. {@code synapse.event}
     * @return the operation, empty when there is none
     */
    public static Optional<Operation> named(final String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.kind.name().equals(name))
                .findFirst();
    }

    static List<EventKind> inOrder() {
        return Stream.of(values()).map(Operation::kind).toList();
    }

    private static SortedMap<String, EventKind> byName() {
        final SortedMap<String, EventKind> kinds = new TreeMap<>();
        inOrder().forEach(kind -> kinds.put(kind.name(), kind));
        return Collections.unmodifiableSortedMap(kinds);
    }
}
