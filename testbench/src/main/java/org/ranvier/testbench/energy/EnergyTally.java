package org.ranvier.testbench.energy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.EventKind;

/** The sums of a report while it is made. */
final class EnergyTally {
    private final EnergyProfile profile;
    private final SortedMap<String, Double> byComponent = new TreeMap<>();
    private final SortedMap<EnergyPhase, Double> byPhase = new TreeMap<>();
    private final List<EventEnergy> events = new ArrayList<>();
    private final SortedMap<String, Long> unpriced = new TreeMap<>();
    private final List<String> unpricedParts = new ArrayList<>();
    private final Set<String> happened = new HashSet<>();
    private double total;

    EnergyTally(final EnergyProfile profile) {
        this.profile = profile;
    }

    /** Adds event by event in the order of names, each phase by phase. */
    void addEvents(final LedgerSnapshot counts) {
        final SortedMap<String, EventKind> kinds = new TreeMap<>();
        final SortedMap<String, SortedMap<EnergyPhase, Long>> sums = new TreeMap<>();
        counts.counts().forEach((slot, count) -> {
            kinds.put(slot.kind().name(), slot.kind());
            sums.computeIfAbsent(slot.kind().name(), name -> new TreeMap<>())
                    .merge(slot.phase(), count, Math::addExact);
        });
        sums.forEach((name, phases) -> {
            if (phases.values().stream().anyMatch(count -> count > 0)) {
                happened.add(name);
            }
        });
        sums.forEach((name, phases) -> addEvent(kinds.get(name), phases));
    }

    private void addEvent(final EventKind kind, final SortedMap<EnergyPhase, Long> phases) {
        final long count = phases.values().stream().reduce(0L, Math::addExact);
        final Optional<Price> price = profile.price(kind.name());
        if (price.isEmpty()) {
            events.add(new EventEnergy(kind, count, OptionalDouble.empty()));
            if (count > 0 && !covered(kind.name())) {
                unpriced.put(kind.name(), count);
            }
            return;
        }
        double joules = 0;
        for (final Map.Entry<EnergyPhase, Long> phase : phases.entrySet()) {
            final double part = price.get().joules(phase.getValue());
            joules += part;
            // Idle rows that stay empty say nothing about static power: without a price for it, idle is missing, not 0.
            if (phase.getKey() != EnergyPhase.IDLE || phase.getValue() > 0) {
                add(kind.component(), phase.getKey(), part);
            }
        }
        events.add(new EventEnergy(kind, count, OptionalDouble.of(joules)));
    }

    void addStatic(final ChipPart part, final int parts, final double seconds) {
        final StaticPower power = profile.statics().get(part);
        if (power != null) {
            add(part.component(), EnergyPhase.IDLE, power.watts() * parts * seconds);
        } else if (parts > 0 && !covered(part.component())) {
            unpricedParts.add(part.label());
        }
    }

    /** A price contains other events only where it was paid: where its own event happened. */
    private boolean covered(final String event) {
        return !Collections.disjoint(profile.coveredBy(event), happened);
    }

    private void add(final String component, final EnergyPhase phase, final double joules) {
        byComponent.merge(component, joules, Double::sum);
        byPhase.merge(phase, joules, Double::sum);
        total += joules;
    }

    EnergyReport report() {
        final Map<String, Double> labelled = new LinkedHashMap<>();
        byPhase.forEach((phase, joules) -> labelled.put(phase.label(), joules));
        return new EnergyReport(
                profile.name(),
                total,
                Collections.unmodifiableSortedMap(byComponent),
                Collections.unmodifiableMap(labelled),
                List.copyOf(events),
                Collections.unmodifiableSortedMap(unpriced),
                List.copyOf(unpricedParts));
    }
}
