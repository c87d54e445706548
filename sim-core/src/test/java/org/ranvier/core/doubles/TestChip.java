package org.ranvier.core.doubles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.array.SramArray;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.ChipFrame;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.ChipPorts;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.energy.LedgerRow;
import org.ranvier.core.fault.FaultPlan;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.core.time.Scheduler;

/** A chip on the test doubles; core i sits at node i, the host at the last node. */
public final class TestChip {
    /** The array's port and step in all tests. */
    public static final int ARRAY_PORT = 256;

    public static final int ARRAY_STEP = 100;
    private static final int NODES = 5;

    public final Scheduler scheduler = new Scheduler();
    public final FixedLatencyFabric fabric;
    public final CountingBarrier barrier;
    public final Ledger ledger = new Ledger();
    public final PacketKinds kinds = new PacketKinds();
    public final Chip chip;
    private final CoreSpec spec;
    private int cores;

    /** Latency 1 everywhere, deep queues. */
    public TestChip(final CoreSpec spec) {
        this(spec, FaultPlan.NONE);
    }

    /** The same with faults. */
    public TestChip(final CoreSpec spec, final FaultPlan faults) {
        this(spec, 1, 1, 64, 64, 1, 0, faults);
    }

    public TestChip(
            final CoreSpec spec,
            final int phases,
            final int latency,
            final int depth,
            final int window,
            final int barrierLatency,
            final int skew) {
        this(spec, phases, latency, depth, window, barrierLatency, skew, FaultPlan.NONE);
    }

    public TestChip(
            final CoreSpec spec,
            final int phases,
            final int latency,
            final int depth,
            final int window,
            final int barrierLatency,
            final int skew,
            final FaultPlan faults) {
        this.spec = spec;
        final SampleSequencer sequencer = new SampleSequencer(phases, false);
        fabric = new FixedLatencyFabric(scheduler, NODES, latency, depth, window);
        barrier = new CountingBarrier(scheduler, sequencer, barrierLatency, skew);
        final ChipPorts ports = new ChipPorts(scheduler, fabric, barrier, ledger, kinds);
        chip = new Chip(ChipFrame.of(ports, barrier, faults), sequencer, spec, host(), 7L);
    }

    /** @return the host's node */
    public static int host() {
        return NODES - 1;
    }

    /** @return a kind's number */
    public int kind(final String name) {
        return kinds.number(name);
    }

    /** Adds a core at the next node; an SRAM array is made for a program that declares one. */
    public Core add(final String source, final RouteTable routes) {
        final Program program = Assembler.assemble("test" + cores + ".asm", source, Map.of(), kinds);
        return add(program, routes);
    }

    public Core add(final Program program, final RouteTable routes) {
        final RegionSpec array = program.array();
        final SynapseArray synapses = array == null
                ? null
                : new SramArray(array.rows(), array.columns(), array.type(), ARRAY_STEP, ARRAY_PORT);
        return add(program, synapses, routes);
    }

    public Core add(final Program program, final SynapseArray array, final RouteTable routes) {
        return chip.addCore(cores++, program, array, routes);
    }

    /** Routes a kind, all its keys, from a core to nodes. */
    public RouteTable route(final RouteTable table, final String kind, final int source, final int... destinations) {
        return table.add(kind(kind), 0, 65_535, 0, fabric.route(source, destinations), destinations.length);
    }

    /** Records the cycle of every probe of a core, by name, in order. */
    public static Map<String, List<Long>> probeCycles(final Core core) {
        final Map<String, List<Long>> cycles = new HashMap<>();
        core.monitor((from, probe, region, cycle) -> cycles.computeIfAbsent(probe.name(), unused -> new ArrayList<>())
                .add(cycle));
        return cycles;
    }

    /** @return a count of the ledger */
    public long count(final String component, final EnergyPhase phase, final String event) {
        for (final LedgerRow row : ledger.rows()) {
            if (row.component().equals(component) && row.phase() == phase) {
                for (int i = 0; i < row.kinds().size(); i++) {
                    if (row.kinds().get(i).name().equals(event)) {
                        return row.counts()[i];
                    }
                }
            }
        }
        throw new IllegalArgumentException(component + " " + phase + " " + event);
    }
}
