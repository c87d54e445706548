package org.ranvier.core.chip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fault.FaultKind;
import org.ranvier.core.fault.FaultPlace;
import org.ranvier.core.fault.FaultSpec;
import org.ranvier.core.fault.FaultyArray;
import org.ranvier.core.isa.PacketKinds;

/** Finds the places of faults on a chip, by node and in the order of its cores, and says what there is when there is no such place. */
final class FaultPlaces {
    private final PacketKinds kinds;
    private final Map<Integer, Core> cores;
    private final Map<Integer, FaultyArray> arrays;
    private final Map<Integer, MemoryFaults> memories;

    /**
     * @param kinds the packet kinds of the chip
     * @param cores cores by node, filled while the chip is built
     * @param arrays those of their arrays that may become faulty
     * @param memories their memories, if bits may flip
     */
    FaultPlaces(
            final PacketKinds kinds,
            final Map<Integer, Core> cores,
            final Map<Integer, FaultyArray> arrays,
            final Map<Integer, MemoryFaults> memories) {
        this.kinds = kinds;
        this.cores = cores;
        this.arrays = arrays;
        this.memories = memories;
    }

    /** Refuses a fault whose place is not on the chip. */
    void check(final FaultSpec fault) {
        final FaultPlace place = fault.place();
        if (place.node() >= 0 && !cores.containsKey(place.node())) {
            throw missing(fault, FaultPlace.nodeName(place.node()), names(cores));
        }
        if (fault.kind().hitsPackets()) {
            checkKind(fault);
        } else if (fault.kind().hitsArrays()) {
            checkArray(fault);
        } else if (fault.kind() == FaultKind.FLIP_BIT && (place.name() != null || !fault.isRate())) {
            bit(place);
        }
    }

    private static String names(final Map<Integer, ?> places) {
        return places.keySet().stream().map(FaultPlace::nodeName).collect(Collectors.joining(", "));
    }

    private static ConfigurationException missing(final FaultSpec fault, final String what, final String existing) {
        return ConfigurationException.of(
                "--fault " + fault, what, existing.isEmpty() ? "a chip that has one" : "one of " + existing);
    }

    private void checkKind(final FaultSpec fault) {
        final List<String> known = new ArrayList<>();
        for (int kind = 0; kind < kinds.count(); kind++) {
            known.add(kinds.name(kind));
        }
        if (fault.place().name() != null && !known.contains(fault.place().name())) {
            throw missing(fault, "packet kind " + fault.place().name(), String.join(", ", known));
        }
    }

    private void checkArray(final FaultSpec fault) {
        final FaultPlace place = fault.place();
        if (place.node() < 0) {
            if (arrays.isEmpty()) {
                throw missing(fault, "a synapse array", "");
            }
            return;
        }
        final FaultyArray array = arrays.get(place.node());
        if (array == null) {
            throw missing(fault, FaultPlace.nodeName(place.node()) + ".array", names(arrays));
        }
        checkLine(fault, "row", place.row(), array.rows());
        checkLine(fault, "column", place.column(), array.columns());
    }

    private static void checkLine(final FaultSpec fault, final String what, final int line, final int count) {
        if (line >= count) {
            throw ConfigurationException.of("--fault " + fault, what + " " + line, "0.." + (count - 1));
        }
    }

    /** The core of a place, or the first one. */
    int core(final FaultPlace place) {
        return place.node() >= 0 ? place.node() : cores.keySet().iterator().next();
    }

    /** The bit of a place, or the first one there: of synapses if there are any, else of random states, else of anything. */
    FaultPlace bit(final FaultPlace place) {
        final int node = place.node() >= 0
                ? place.node()
                : first(MemoryFaults::holdsSynapses, first(MemoryFaults::holdsRandomStates, core(place)));
        return memories.get(node).resolve(place);
    }

    private int first(final Predicate<MemoryFaults> wanted, final int otherwise) {
        for (final Map.Entry<Integer, MemoryFaults> memory : memories.entrySet()) {
            if (wanted.test(memory.getValue())) {
                return memory.getKey();
            }
        }
        return otherwise;
    }
}
