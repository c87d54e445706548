package org.ranvier.core.chip;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fault.FaultLog;
import org.ranvier.core.fault.FaultPlace;
import org.ranvier.core.fault.FaultSpec;
import org.ranvier.core.fault.Trigger;
import org.ranvier.core.isa.RandomSeed;
import org.ranvier.core.memory.Region;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.memory.RegionType;

/** Bits of one core that flip: those of the regions of its program, an SRAM array among them, region by region in declared order. */
final class MemoryFaults {
    private final Core core;
    private final FaultLog log;
    private final List<Region> regions = new ArrayList<>();
    private final long bits;

    MemoryFaults(final Core core, final FaultLog log) {
        this.core = core;
        this.log = log;
        long count = 0;
        for (final RegionSpec spec : core.program().regions()) {
            final Region region = core.region(spec.name());
            if (!spec.array() || region.cells().length > 0) {
                regions.add(region);
                count += (long) spec.elements() * spec.type().bits();
            }
        }
        bits = count;
    }

    /** @return whether it has synapses, an SRAM array or lists */
    boolean holdsSynapses() {
        return regions.stream()
                .anyMatch(region -> region.spec().array() || region.spec().isList());
    }

    /** @return whether it has states of random lanes */
    boolean holdsRandomStates() {
        return !core.program().seeds().isEmpty();
    }

    /**
     * Finds the place of a fault here, in full.
     *
     * @throws ConfigurationException in one line, when there is none
     */
    FaultPlace resolve(final FaultPlace place) {
        final RegionSpec spec = region(place.name()).spec();
        final boolean single = !spec.isList() && spec.rows() == 1;
        final int row;
        final int column;
        if (place.column() == FaultPlace.ANY && single) {
            row = 0;
            column = Math.max(0, place.row());
        } else {
            row = Math.max(0, place.row());
            column = Math.max(0, place.column());
        }
        check(spec, "row", row, spec.rows());
        check(spec, "column", column, spec.length(row));
        check(spec, "bit", place.bit(), spec.type().bits());
        return new FaultPlace(core.node(), spec.name(), row, column, Math.max(0, place.bit()));
    }

    private void check(final RegionSpec spec, final String what, final int value, final int count) {
        if (value >= count) {
            throw ConfigurationException.of(
                    "--fault: " + what + " of " + core.path() + "." + spec.name(), value, "0.." + (count - 1));
        }
    }

    private Region region(final String name) {
        if (name == null) {
            return first();
        }
        final List<String> names = new ArrayList<>();
        for (final Region region : regions) {
            names.add(region.spec().name());
            if (region.spec().name().equals(name) || region.spec().array() && name.equals("array")) {
                return region;
            }
        }
        throw ConfigurationException.of(
                "--fault: memory of " + core.path(), "'" + name + "'", "one of " + String.join(", ", names));
    }

    private Region first() {
        for (final Region region : regions) {
            if (region.spec().array() || region.spec().isList()) {
                return region;
            }
        }
        for (final RandomSeed lanes : core.program().seeds()) {
            return core.region(core.program().regions().get(lanes.region()).name());
        }
        if (regions.isEmpty()) {
            throw ConfigurationException.of("--fault: flip-bit", core.path(), "a core with local memory");
        }
        return regions.get(0);
    }

    /** Flips one bit. */
    void flip(final FaultSpec fault, final FaultPlace place, final long cycle) {
        core.settle(cycle);
        flip(fault, core.region(place.name()), place.row(), place.column(), place.bit(), cycle);
    }

    /** Flips each bit with the trigger's rate. */
    void flipByChance(final Trigger trigger, final int sample, final long cycle) {
        core.settle(cycle);
        long event = (long) sample << 32;
        long at = trigger.gap(core.node(), event);
        while (at < bits) {
            flip(trigger.spec(), at, cycle);
            event++;
            at += 1 + Math.min(bits, trigger.gap(core.node(), event));
        }
    }

    private void flip(final FaultSpec fault, final long number, final long cycle) {
        long rest = number;
        for (final Region region : regions) {
            final RegionSpec spec = region.spec();
            final int width = spec.type().bits();
            final long size = (long) spec.elements() * width;
            if (rest < size) {
                int element = (int) (rest / width);
                int row = 0;
                while (element >= spec.length(row)) {
                    element -= spec.length(row);
                    row++;
                }
                flip(fault, region, row, element, (int) (rest % width), cycle);
                return;
            }
            rest -= size;
        }
    }

    private void flip(
            final FaultSpec fault,
            final Region region,
            final int row,
            final int column,
            final int bit,
            final long cycle) {
        final int before = region.get(row, column);
        region.set(row, column, flipped(before, bit, region.spec().type()));
        log.add(
                fault,
                cycle,
                () -> new FaultPlace(core.node(), region.spec().name(), row, column, bit).toString(),
                () -> Integer.toString(before),
                () -> Integer.toString(region.get(row, column)));
    }

    /** Flips a bit of a value as its type stores it. */
    private static int flipped(final int value, final int bit, final RegionType type) {
        final int flipped = value ^ 1 << bit;
        final int unused = Integer.SIZE - type.bits();
        return type.min() < 0 ? flipped << unused >> unused : flipped << unused >>> unused;
    }
}
