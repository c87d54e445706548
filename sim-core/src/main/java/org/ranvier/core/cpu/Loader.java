package org.ranvier.core.cpu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ranvier.core.array.SramArray;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.Handler;
import org.ranvier.core.isa.Instruction;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.ProbePoint;
import org.ranvier.core.isa.Program;
import org.ranvier.core.isa.RandomSeed;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.memory.Region;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.random.XorShift32;

/** Turns a program into what a core runs: storage, decoded steps, tables by packet kind. Used once, at construction. */
final class Loader {
    private final String path;
    private final CoreSpec spec;
    private final Program program;
    private final SynapseArray synapses;
    private final RouteTable routes;
    private final int kindCount;
    private final Region[] regions;
    private final Step[] steps;
    private final Step[] inlineSteps;
    private final int counters;

    Loader(
            final String path,
            final CoreSpec spec,
            final Program program,
            final SynapseArray synapses,
            final RouteTable routes,
            final PacketKinds kinds) {
        this.path = path;
        this.spec = spec;
        this.program = program;
        this.synapses = synapses;
        this.routes = routes;
        this.kindCount = kinds.count();
        checkArray();
        this.regions = new Region[program.regions().size()];
        for (int i = 0; i < regions.length; i++) {
            final RegionSpec region = program.regions().get(i);
            regions[i] = region.array() && synapses.physical() instanceof SramArray sram
                    ? new Region(region, sram.cells())
                    : new Region(region);
        }
        final Decoder decoder = new Decoder(program.regions(), regions, spec, path);
        this.steps = steps(decoder);
        this.inlineSteps = inlineSteps(decoder);
        this.counters = decoder.counters();
    }

    private void checkArray() {
        final RegionSpec declared = program.array();
        if (declared == null) {
            return;
        }
        if (synapses == null) {
            throw new ConfigurationException(path + ": program '" + program.name() + "' declares the array '"
                    + declared.name() + "', but the core has none");
        }
        if (synapses.rows() != declared.rows() || synapses.columns() != declared.columns()) {
            throw new MappingException(path + ": array '" + declared.name() + "' is " + declared.rows() + " x "
                    + declared.columns() + ", the core's array is " + synapses.rows() + " x " + synapses.columns());
        }
        if (synapses.physical() instanceof SramArray sram && sram.type() != declared.type()) {
            throw new MappingException(path + ": array '" + declared.name() + "' holds "
                    + declared.type().label() + ", the core's array holds "
                    + sram.type().label());
        }
    }

    /** Regions with their initial contents and random lanes seeded. */
    Region[] regions(final long seed) {
        for (final Map.Entry<Integer, int[]> data : program.data().entrySet()) {
            final Region region = regions[data.getKey()];
            for (int i = 0; i < data.getValue().length; i++) {
                set(region, i, data.getValue()[i]);
            }
        }
        for (final RandomSeed lanes : program.seeds()) {
            final Region region = regions[lanes.region()];
            final int columns = region.spec().columns();
            for (int i = 0; i < region.spec().rows() * columns; i++) {
                region.set(i / columns, i % columns, XorShift32.seed(seed, lanes.stream(), lanes.first() + i));
            }
        }
        return regions;
    }

    private static void set(final Region region, final int i, final int value) {
        if (region.spec().isList()) {
            region.elements().set(i, value);
        } else {
            final int columns = region.spec().columns();
            region.set(i / columns, i % columns, value);
        }
    }

    int[] registers() {
        return new int[Registers.COUNT];
    }

    int maxLength() {
        int longest = 1;
        for (final RegionSpec region : program.regions()) {
            final int rows = region.isList() ? 1 : region.rows();
            longest = Math.max(longest, Math.max(rows, region.columns()));
        }
        return longest;
    }

    Program program() {
        return program;
    }

    private Step[] steps(final Decoder decoder) {
        final Step[] decoded = new Step[program.words().length];
        for (int i = 0; i < decoded.length; i++) {
            decoded[i] = decoder.decode(program.instruction(i), program.phases()[i]);
        }
        return decoded;
    }

    private Step[] inlineSteps(final Decoder decoder) {
        final Step[] decoded = new Step[kindCount];
        for (final Map.Entry<Integer, Handler> entry : program.packets().entrySet()) {
            final Instruction inline = entry.getValue().inline();
            decoded[entry.getKey()] = inline == null ? null : decoder.decode(inline, EnergyPhase.COMMUNICATION);
        }
        return decoded;
    }

    Step[] steps() {
        return steps;
    }

    /** Inline handlers by packet kind; null for kinds without one. */
    Step[] inlineSteps() {
        return inlineSteps;
    }

    /** Kinds that have a handler of the sequencer. */
    boolean[] handledKinds() {
        final boolean[] handled = new boolean[kindCount];
        for (final int kind : program.packets().keySet()) {
            handled[kind] = program.packets().get(kind).inline() == null;
        }
        return handled;
    }

    RouteTable.Entry[] routes() {
        final RouteTable.Entry[] byKind = new RouteTable.Entry[kindCount];
        for (int kind = 0; kind < kindCount; kind++) {
            byKind[kind] = routes.entry(kind);
        }
        return byKind;
    }

    /** Probe points by address; null where there are none. */
    ProbePoint[][] probes() {
        final ProbePoint[][] byAddress = new ProbePoint[program.words().length][];
        for (int address = 0; address < byAddress.length; address++) {
            final List<ProbePoint> here = new ArrayList<>();
            for (final ProbePoint probe : program.probes()) {
                if (probe.address() == address) {
                    here.add(probe);
                }
            }
            byAddress[address] = here.isEmpty() ? null : here.toArray(new ProbePoint[0]);
        }
        return byAddress;
    }

    /** The ledger of all steps. */
    CoreLedger ledger(final Ledger chip) {
        final List<Step> all = new ArrayList<>(Arrays.asList(steps));
        for (final Step step : inlineSteps) {
            if (step != null) {
                all.add(step);
            }
        }
        if (synapses != null) {
            synapses.attach(chip, path + ".array");
        }
        return new CoreLedger(all.toArray(new Step[0]), counters, chip, path);
    }
}
