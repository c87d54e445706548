package org.ranvier.core.asm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.isa.RandomSeed;

/** What has been read of a program so far: code in drafts, handlers, probes, seeds and data. */
final class Unlinked {
    private final List<Draft> code = new ArrayList<>();
    private final List<EnergyPhase> phases = new ArrayList<>();
    private final Map<CoreEvent, Binding> events = new EnumMap<>(CoreEvent.class);
    private final Map<Integer, Binding> packets = new TreeMap<>();
    private final List<ProbePoint> probes = new ArrayList<>();
    private final List<RandomSeed> seeds = new ArrayList<>();
    private final Map<Integer, int[]> data = new TreeMap<>();
    private EnergyPhase phase = EnergyPhase.CONTROL;
    private Token lastProbe;

    List<Draft> code() {
        return code;
    }

    List<EnergyPhase> phases() {
        return phases;
    }

    Map<CoreEvent, Binding> events() {
        return events;
    }

    Map<Integer, Binding> packets() {
        return packets;
    }

    List<ProbePoint> probes() {
        return probes;
    }

    List<RandomSeed> seeds() {
        return seeds;
    }

    Map<Integer, int[]> data() {
        return data;
    }

    /** @return the address of the next instruction */
    int address() {
        return code.size();
    }

    void add(final Draft draft) {
        code.add(draft);
        phases.add(phase);
    }

    /** Sets the energy phase of the instructions that follow. */
    void phase(final EnergyPhase following) {
        phase = following;
    }

    void event(final Token name, final CoreEvent event, final Binding binding) {
        if (events.putIfAbsent(event, binding) != null) {
            throw name.error("event '" + name.text() + "' has two handlers");
        }
    }

    void packet(final Token name, final int kind, final Binding binding) {
        if (packets.putIfAbsent(kind, binding) != null) {
            throw name.error("packet kind '" + name.text() + "' has two handlers");
        }
    }

    /** Adds a probe point at the next instruction; a name may be repeated for the same region. */
    void probe(final Token name, final int region) {
        for (final ProbePoint other : probes) {
            if (other.name().equals(name.text()) && other.region() != region) {
                throw name.error("probe '" + name.text() + "' already looks at another region");
            }
        }
        probes.add(new ProbePoint(address(), name.text(), region));
        lastProbe = name;
    }

    /** @return the probe that was declared last, or null */
    Token lastProbe() {
        return lastProbe;
    }

    void seed(final Token name, final RandomSeed seed) {
        for (final RandomSeed other : seeds) {
            if (other.region() == seed.region()) {
                throw name.error("region '" + name.text() + "' is seeded twice");
            }
        }
        seeds.add(seed);
    }

    /** Appends to the initial contents of a region. */
    void data(final int region, final List<Integer> values) {
        final int[] before = data.getOrDefault(region, new int[0]);
        final int[] all = Arrays.copyOf(before, before.length + values.size());
        for (int i = 0; i < values.size(); i++) {
            all[before.length + i] = values.get(i);
        }
        data.put(region, all);
    }
}
