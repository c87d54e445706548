package org.ranvier.core.chip;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.cpu.ChipPorts;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.fabric.BarrierNetwork;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.core.time.Scheduler;

/**
 * A chip: cores and a host on a fabric and a barrier, run one sample at a time.
 *
 * <p>Only packets enter and leave while a sample runs. The result is a pure function of what the chip was built from, its seed
 * and the packets.
 */
public final class Chip implements Stateful {
    private static final long DEFAULT_CYCLE_LIMIT = 100_000_000L;

    private final ChipPorts ports;
    private final SampleSequencer sequencer;
    private final CoreSpec coreSpec;
    private final long seed;
    private final HostPort host;
    private final List<Core> cores = new ArrayList<>();
    private final List<SynapseArray> arrays = new ArrayList<>();
    private long cycleLimit = DEFAULT_CYCLE_LIMIT;

    /**
     * Creates a chip without cores.
     *
     * @param ports scheduler, fabric, barrier, ledger and packet kinds
     * @param sequencer the one that the barrier asks
     * @param coreSpec parameters of every core
     * @param hostNode the fabric node of the host
     * @param seed the run's seed
     */
    public Chip(
            final ChipPorts ports,
            final SampleSequencer sequencer,
            final CoreSpec coreSpec,
            final int hostNode,
            final long seed) {
        this.ports = ports;
        this.sequencer = sequencer;
        this.coreSpec = coreSpec;
        this.seed = seed;
        this.host = new HostPort(ports, hostNode, sequencer);
    }

    /**
     * Adds a core.
     *
     * @param node its fabric node
     * @param program what it runs
     * @param array its synapse array, or null
     * @param routes where its packets go
     * @return the core
     */
    public Core addCore(final int node, final Program program, final SynapseArray array, final RouteTable routes) {
        final Core core = new Core("core[" + node + "]", node, coreSpec, program, array, routes, seed, ports);
        cores.add(core);
        arrays.add(array);
        return core;
    }

    /**
     * Limits the cycles of a sample; reaching the limit is a model violation, since programs that never end look like that.
     *
     * @param cycles the limit
     */
    public void cycleLimit(final long cycles) {
        cycleLimit = cycles;
    }

    /**
     * Runs one sample from SAMPLE to the halt after its last step.
     *
     * @param ticks its ticks
     */
    public void runSample(final int ticks) {
        final Scheduler scheduler = ports.scheduler();
        final long start = Math.max(0, scheduler.cycle());
        sequencer.begin(ticks);
        ports.barrier().start(start);
        while (!ports.barrier().halted()) {
            if (!scheduler.step()) {
                throw stuck("no progress");
            }
            if (scheduler.cycle() - start > cycleLimit) {
                throw stuck("the sample takes more than " + cycleLimit + " cycles");
            }
        }
        // What is left are credits on their way back.
        while (scheduler.step()) {
            continue;
        }
    }

    private ModelViolationException stuck(final String problem) {
        final StringBuilder text = new StringBuilder(problem);
        text.append(" in tick ").append(sequencer.tick());
        text.append(": ").append(ports.barrier().missing()).append(" members have not arrived, ");
        text.append(ports.barrier().outstanding()).append(" packets not handled, ");
        text.append(ports.fabric().inFlight()).append(" of them in the fabric");
        if (!host.isDone()) {
            text.append("; ").append(host.status());
        }
        for (final Core core : cores) {
            if (!core.isQuiet()) {
                text.append("; ").append(core.status());
            }
        }
        return new ModelViolationException(ports.scheduler().cycle(), "chip", text.toString());
    }

    /** {@inheritDoc} Between samples only. */
    @Override
    public void save(final StateWriter out) {
        if (!ports.barrier().halted()) {
            throw new IllegalStateException("a sample is running; state is saved between samples");
        }
        out.section("chip");
        ports.scheduler().save(out);
        ports.ledger().save(out);
        host.save(out);
        if (ports.fabric() instanceof Stateful fabric) {
            fabric.save(out);
        }
        if (ports.barrier() instanceof Stateful barrier) {
            barrier.save(out);
        }
        for (final Core core : cores) {
            core.save(out);
        }
    }

    /** {@inheritDoc} The chip then continues, cycle by cycle, as the saved one does. */
    @Override
    public void restore(final StateReader in) {
        in.section("chip");
        ports.scheduler().restore(in);
        ports.ledger().restore(in);
        host.restore(in);
        if (ports.fabric() instanceof Stateful fabric) {
            fabric.restore(in);
        }
        if (ports.barrier() instanceof Stateful barrier) {
            barrier.restore(in);
        }
        for (final Core core : cores) {
            core.restore(in);
        }
    }

    /** @return the current cycle: cycles since the chip was started */
    public long cycle() {
        return Math.max(0, ports.scheduler().cycle());
    }

    /** @return the running tick, from 0; -1 before the first of a sample. No two components are in different ticks. */
    public int tick() {
        return sequencer.tick();
    }

    /** @return the running step of the sample, or null between samples */
    public CoreEvent event() {
        final int event = sequencer.current();
        return event == SampleSequencer.HALT ? null : CoreEvent.values()[event];
    }

    /** @return the host's port */
    public HostPort host() {
        return host;
    }

    /** @return the cores in the order in which they were added */
    public List<Core> cores() {
        return List.copyOf(cores);
    }

    /**
     * Gives a core's synapse array to monitors and to whoever loads or saves a model between samples.
     *
     * @param index the core's place in {@link #cores}
     * @return the array, or null
     */
    public SynapseArray array(final int index) {
        return arrays.get(index);
    }

    /** @return the fabric */
    public Fabric fabric() {
        return ports.fabric();
    }

    /** @return the barrier */
    public BarrierNetwork barrier() {
        return ports.barrier();
    }

    /** @return the counters of everything on the chip */
    public Ledger ledger() {
        return ports.ledger();
    }

    /** @return the packet kinds by name */
    public PacketKinds kinds() {
        return ports.kinds();
    }
}
