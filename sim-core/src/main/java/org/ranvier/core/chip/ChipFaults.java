package org.ranvier.core.chip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.cpu.ChipPorts;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.fault.FaultEvent;
import org.ranvier.core.fault.FaultKind;
import org.ranvier.core.fault.FaultLog;
import org.ranvier.core.fault.FaultPlace;
import org.ranvier.core.fault.FaultPlan;
import org.ranvier.core.fault.FaultSpec;
import org.ranvier.core.fault.FaultyArray;
import org.ranvier.core.fault.FaultyNode;
import org.ranvier.core.fault.Trigger;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;

/**
 * The faults of a chip: puts the decorators in when it is built, does what a cycle says between that cycle and the one before, and what
 * chance says of memory between samples; and knows what has happened. A sound chip has an empty one.
 */
public final class ChipFaults implements Stateful {
    private static final long NEVER = Long.MAX_VALUE;

    private final FaultPlan plan;
    private final List<Trigger> triggers = new ArrayList<>();

    /** By node, {@link FaultPlace#HOST} for the host; in the order in which the chip is built. */
    private final Map<Integer, FaultLog> logs = new LinkedHashMap<>();

    private final Map<Integer, FaultyNode> nodes = new LinkedHashMap<>();
    private final Map<Integer, FaultyArray> arrays = new LinkedHashMap<>();
    private final Map<Integer, MemoryFaults> memories = new LinkedHashMap<>();
    private final Map<Integer, Core> cores = new LinkedHashMap<>();
    private final FaultPlaces places;
    private boolean checked;
    private int samples;

    ChipFaults(final FaultPlan plan, final PacketKinds kinds, final long seed) {
        this.plan = plan;
        this.places = new FaultPlaces(kinds, cores, arrays, memories);
        final Map<FaultKind, Integer> numbers = new EnumMap<>(FaultKind.class);
        for (final FaultSpec fault : plan.faults()) {
            final long chance = plan.seed() == null ? seed : plan.seed();
            triggers.add(new Trigger(fault, numbers.merge(fault.kind(), 1, Integer::sum), chance));
        }
    }

    /** Puts what hits packets, and what cuts dead cores off, between a core or the host and its ports. */
    ChipPorts connect(final int node, final int place, final ChipPorts ports) {
        if (plan.isEmpty()) {
            return ports;
        }
        final FaultLog log = log(place);
        final List<Trigger> hitting = triggers.stream()
                .filter(trigger -> trigger.spec().kind().hitsPackets())
                .toList();
        if (hitting.isEmpty() && !has(FaultKind.DEAD_CORE)) {
            return ports;
        }
        final FaultyNode faulty =
                new FaultyNode(node, place, ports.fabric(), ports.barrier(), ports.kinds(), hitting, log);
        nodes.put(place, faulty);
        return new ChipPorts(ports.scheduler(), faulty, faulty, ports.ledger(), ports.kinds());
    }

    private boolean has(final FaultKind kind) {
        return plan.faults().stream().anyMatch(fault -> fault.kind() == kind);
    }

    /** Puts what hits devices in front of an array, which may be null. */
    SynapseArray protect(final int node, final SynapseArray array, final ChipPorts ports) {
        if (array == null
                || plan.faults().stream().noneMatch(fault -> fault.kind().hitsArrays())) {
            return array;
        }
        final List<Trigger> searching = triggers.stream()
                .filter(trigger ->
                        trigger.spec().kind().hitsArrays() && trigger.spec().searches())
                .toList();
        final FaultyArray faulty = new FaultyArray(array, node, ports.scheduler()::cycle, searching, log(node));
        arrays.put(node, faulty);
        return faulty;
    }

    /** Takes a core that has been built on what {@link #connect} and {@link #protect} gave. */
    void add(final Core core) {
        if (plan.isEmpty()) {
            return;
        }
        core.tolerate();
        cores.put(core.node(), core);
        if (has(FaultKind.FLIP_BIT)) {
            memories.put(core.node(), new MemoryFaults(core, log(core.node())));
        }
    }

    private FaultLog log(final int place) {
        return logs.computeIfAbsent(place, unused -> new FaultLog());
    }

    /**
     * Checks that the places of all faults exist; a chip does so before its first sample.
     *
     * @throws org.ranvier.core.error.ConfigurationException in one line that says what exists
     */
    public void check() {
        if (!checked) {
            checked = true;
            triggers.forEach(trigger -> places.check(trigger.spec()));
        }
    }

    /** A sample begins in a cycle: what chance says of memory, and before the first one of everything that is made faulty. */
    void begin(final long cycle) {
        if (plan.isEmpty()) {
            return;
        }
        check();
        for (final Trigger trigger : triggers) {
            final FaultSpec spec = trigger.spec();
            if (spec.isRate() && spec.kind() == FaultKind.FLIP_BIT) {
                memories.forEach((node, memory) -> {
                    if (spec.place().covers(node)) {
                        memory.flipByChance(trigger, samples, cycle);
                    }
                });
            } else if (spec.isRate() && samples == 0) {
                manufacture(trigger, cycle);
            }
        }
        arrays.values().forEach(FaultyArray::hold);
        samples++;
    }

    /** Faults that a chip has from the beginning, by chance. */
    private void manufacture(final Trigger trigger, final long cycle) {
        final FaultSpec spec = trigger.spec();
        if (spec.kind() == FaultKind.DEAD_CORE) {
            cores.keySet().stream()
                    .filter(node -> spec.place().covers(node) && trigger.gap(node, 0) == 0)
                    .forEach(node -> nodes.get(node).die(spec, cycle));
        } else if (spec.kind().hitsArrays()) {
            arrays.forEach((node, array) -> {
                if (spec.place().covers(node)) {
                    array.manufacture(trigger, cycle);
                }
            });
        }
    }

    /** @return the earliest cycle of a fault that this class does and has not done, or {@link Long#MAX_VALUE} */
    long next() {
        long next = NEVER;
        for (int i = 0; i < triggers.size(); i++) {
            next = isMine(triggers.get(i))
                    ? Math.min(next, triggers.get(i).spec().cycle())
                    : next;
        }
        return next;
    }

    private static boolean isMine(final Trigger trigger) {
        final FaultSpec spec = trigger.spec();
        return !spec.isRate() && !trigger.isSpent() && !spec.awaitsCandidate();
    }

    /** Does what is due, before anything else happens in a cycle. */
    void apply(final long cycle) {
        for (final Trigger trigger : triggers) {
            if (isMine(trigger) && trigger.spec().cycle() <= cycle) {
                trigger.spend();
                apply(trigger.spec(), cycle);
            }
        }
    }

    private void apply(final FaultSpec spec, final long cycle) {
        final FaultPlace place = spec.place();
        switch (spec.kind()) {
            case FLIP_BIT -> {
                final FaultPlace bit = places.bit(place);
                memories.get(bit.node()).flip(spec, bit, cycle);
            }
            case DEAD_CORE ->
                nodes.get(
                                place.node() >= 0
                                        ? place.node()
                                        : cores.keySet().iterator().next())
                        .die(spec, cycle);
            default ->
                arrays.get(place.node()).strike(spec, Math.max(0, place.row()), Math.max(0, place.column()), cycle);
        }
    }

    /** @return what was asked for */
    public FaultPlan plan() {
        return plan;
    }

    /**
     * @return the faults that happened, by cycle, then in the order of nodes: all that were asked for one by one, and of those by chance
     *     the first {@value FaultLog#KEPT} at each node
     */
    public List<FaultEvent> events() {
        return logs.values().stream()
                .flatMap(log -> log.events().stream())
                .sorted(Comparator.comparingLong(FaultEvent::cycle))
                .toList();
    }

    /** @return how often each kind that was asked for has happened */
    public Map<FaultKind, Long> counts() {
        final Map<FaultKind, Long> counts = new EnumMap<>(FaultKind.class);
        for (final FaultSpec fault : plan.faults()) {
            long sum = 0;
            for (final FaultLog log : logs.values()) {
                sum += log.count(fault.kind().ordinal());
            }
            counts.put(fault.kind(), sum);
        }
        return counts;
    }

    /** @return faults of a cycle that have not happened: it has not come, or no candidate since */
    public List<FaultSpec> pending() {
        return triggers.stream()
                .filter(trigger -> !trigger.spec().isRate() && !trigger.isSpent())
                .map(Trigger::spec)
                .toList();
    }

    /** @return accesses beyond a region, of which sound programs have none */
    public long lostAccesses() {
        return cores.values().stream().mapToLong(Core::lostAccesses).sum();
    }

    @Override
    public void save(final StateWriter out) {
        if (plan.isEmpty()) {
            return;
        }
        out.section("faults").putInt(samples);
        triggers.forEach(trigger -> trigger.save(out));
        nodes.values().forEach(node -> node.save(out));
        logs.values().forEach(log -> log.save(out));
    }

    @Override
    public void restore(final StateReader in) {
        if (plan.isEmpty()) {
            return;
        }
        samples = in.section("faults").getInt();
        triggers.forEach(trigger -> trigger.restore(in));
        nodes.values().forEach(node -> node.restore(in));
        logs.values().forEach(log -> log.restore(in));
    }
}
