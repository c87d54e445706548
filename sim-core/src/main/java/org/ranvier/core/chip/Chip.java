package org.ranvier.core.chip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.cpu.ChipPorts;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.fabric.BarrierControl;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fault.FaultPlace;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.core.time.Timeline;

/**
 * A chip: cores and a host on a fabric and a barrier, run one sample at a time.
 *
 * <p>Only packets enter and leave while a sample runs. The result is a pure function of what the chip was built from, its seed
 * and the packets.
 */
public final class Chip implements Stateful {
    private static final long DEFAULT_CYCLE_LIMIT = 100_000_000L;
    private static final long FOREVER = Long.MAX_VALUE - 1;

    private final ChipFrame frame;
    private final SampleSequencer sequencer;
    private final CoreSpec coreSpec;
    private final long seed;
    private final ChipFaults faults;
    private final HostPort host;
    private final List<Core> cores = new ArrayList<>();
    private final List<SynapseArray> arrays = new ArrayList<>();
    private SampleMonitor[] monitors = {};
    private long cycleLimit = DEFAULT_CYCLE_LIMIT;

    /**
     * Creates a chip without cores.
     *
     * @param frame timeline, fabric, barrier, ledger and packet kinds
     * @param sequencer the one that the barrier asks
     * @param coreSpec parameters of every core
     * @param hostNode the fabric node of the host
     * @param seed the run's seed
     */
    public Chip(
            final ChipFrame frame,
            final SampleSequencer sequencer,
            final CoreSpec coreSpec,
            final int hostNode,
            final long seed) {
        this.frame = frame;
        this.sequencer = sequencer;
        this.coreSpec = coreSpec;
        this.seed = seed;
        this.faults = new ChipFaults(frame.faults(), frame.kinds(), seed);
        final ChipPorts ports = frame.ports().apply(hostNode);
        this.host = new HostPort(faults.connect(hostNode, FaultPlace.HOST, ports), hostNode, sequencer);
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
        final ChipPorts ports = faults.connect(node, node, frame.ports().apply(node));
        final SynapseArray synapses = faults.protect(node, array, ports);
        final Core core = new Core("core[" + node + "]", node, coreSpec, program, synapses, routes, seed, ports);
        cores.add(core);
        arrays.add(synapses);
        faults.add(core);
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
     * Listens to the beginnings and ends of samples, from now on.
     *
     * @param listener one more listener
     */
    public void samples(final SampleMonitor listener) {
        monitors = Arrays.copyOf(monitors, monitors.length + 1);
        monitors[monitors.length - 1] = listener;
    }

    /**
     * Listens to the ends of steps; null switches it off.
     *
     * @param listener the listener
     */
    public void steps(final StepMonitor listener) {
        sequencer.monitor(listener);
    }

    /**
     * Runs one sample from SAMPLE to the halt after its last step.
     *
     * @param ticks its ticks
     */
    public void runSample(final int ticks) {
        final Timeline timeline = frame.timeline();
        final long start = Math.max(0, timeline.cycle());
        for (final SampleMonitor monitor : monitors) {
            monitor.begins(ticks, start);
        }
        faults.begin(start);
        sequencer.begin(ticks);
        frame.barrier().start(start);
        runThrough(start + Math.min(cycleLimit, FOREVER - start));
        if (!frame.barrier().halted()) {
            throw stuck(timeline.isIdle() ? "no progress" : "the sample takes more than " + cycleLimit + " cycles");
        }
        // What may be left are credits on their way back.
        runThrough(FOREVER);
        for (final SampleMonitor monitor : monitors) {
            monitor.ends(cycle());
        }
    }

    /** Stops before every cycle in which a fault is due. */
    private void runThrough(final long last) {
        final Timeline timeline = frame.timeline();
        for (long due = faults.next(); due <= last; due = faults.next()) {
            timeline.runThrough(due - 1);
            if (timeline.isIdle()) {
                return;
            }
            faults.apply(Math.max(due, timeline.cycle()));
        }
        timeline.runThrough(last);
    }

    private ModelViolationException stuck(final String problem) {
        final StringBuilder text = new StringBuilder(problem);
        text.append(" in tick ").append(sequencer.tick());
        text.append(": ").append(frame.barrier().missing()).append(" members have not arrived, ");
        text.append(frame.barrier().outstanding()).append(" packets not handled, ");
        text.append(frame.fabric().inFlight()).append(" of them in the fabric");
        if (!host.isDone()) {
            text.append("; ").append(host.status());
        }
        for (final Core core : cores) {
            if (!core.isQuiet()) {
                text.append("; ").append(core.status());
            }
        }
        return new ModelViolationException(frame.timeline().cycle(), "chip", text.toString());
    }

    /** {@inheritDoc} Between samples only. */
    @Override
    public void save(final StateWriter out) {
        if (!frame.barrier().halted()) {
            throw new IllegalStateException("a sample is running; state is saved between samples");
        }
        out.section("chip");
        frame.timeline().save(out);
        frame.ledger().save(out);
        host.save(out);
        if (frame.fabric() instanceof Stateful fabric) {
            fabric.save(out);
        }
        if (frame.barrier() instanceof Stateful barrier) {
            barrier.save(out);
        }
        for (final Core core : cores) {
            core.save(out);
        }
        faults.save(out);
    }

    /** {@inheritDoc} The chip then continues, cycle by cycle, as the saved one does. */
    @Override
    public void restore(final StateReader in) {
        in.section("chip");
        frame.timeline().restore(in);
        frame.ledger().restore(in);
        host.restore(in);
        if (frame.fabric() instanceof Stateful fabric) {
            fabric.restore(in);
        }
        if (frame.barrier() instanceof Stateful barrier) {
            barrier.restore(in);
        }
        for (final Core core : cores) {
            core.restore(in);
        }
        faults.restore(in);
    }

    /** @return the current cycle: cycles since the chip was started */
    public long cycle() {
        return Math.max(0, frame.timeline().cycle());
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

    /** @return what goes wrong on it, and what has */
    public ChipFaults faults() {
        return faults;
    }

    /** @return the fabric */
    public Fabric fabric() {
        return frame.fabric();
    }

    /** @return the barrier */
    public BarrierControl barrier() {
        return frame.barrier();
    }

    /** @return the counters of everything on the chip */
    public Ledger ledger() {
        return frame.ledger();
    }

    /** @return the packet kinds by name */
    public PacketKinds kinds() {
        return frame.kinds();
    }
}
