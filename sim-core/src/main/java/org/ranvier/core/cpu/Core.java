package org.ranvier.core.cpu;

import java.util.List;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.energy.EnergyPhase;
import org.ranvier.core.error.ModelViolationException;
import org.ranvier.core.fabric.BarrierMember;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.hook.Listening;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.isa.Registers;
import org.ranvier.core.memory.Region;
import org.ranvier.core.packet.Packet;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;

/**
 * A programmable core: receive unit, sequencer, vector lanes, send unit, local memory and a synapse array.
 *
 * <p>Packets reach the {@link ReceiveUnit} in the arrive phase, instructions issue in the compute phase. The core is visited
 * only in cycles in which an instruction issues, a packet waits for the receive unit or a packet is sent. Timing is described
 * in {@code docs/design/core.md}.
 */
public final class Core implements Component, Endpoint, BarrierMember, Stateful {
    private static final CoreEvent[] EVENTS = CoreEvent.values();

    private final String path;
    private final int node;
    private final Program program;
    private final PacketKinds kinds;
    private final Scheduler scheduler;
    private final int componentId;
    private final Region[] regions;
    private final int[] registers;
    private final CoreLedger ledger;
    private final ArrayUnit array;
    private final ReceiveUnit receive;
    private final Sequencer sequencer;
    private final VectorUnit vectors;
    private final ScalarUnit scalars;
    private final ExecutionTap tap = new ExecutionTap(this);
    private long receiveAt = -1;
    private boolean tolerant;
    private long lostAccesses;

    /**
     * Builds a core, loads its program and attaches it to its node and to the barrier.
     *
     * @param path its name in messages and ledger rows, e.g. {@code core[3]}
     * @param node the fabric node it sits at
     * @param spec its parameters
     * @param program what it runs
     * @param synapses its synapse array, of the shape the program declares; null when it declares none
     * @param routes where its packets go
     * @param seed the run's seed, for the random lanes
     * @param chip what it is connected to
     */
    public Core(
            final String path,
            final int node,
            final CoreSpec spec,
            final Program program,
            final SynapseArray synapses,
            final RouteTable routes,
            final long seed,
            final ChipPorts chip) {
        this.path = path;
        this.node = node;
        this.program = program;
        this.kinds = chip.kinds();
        this.scheduler = chip.scheduler();
        this.componentId = scheduler.register(this);
        program.memoryMap().check(path + " (" + program.name() + ")", spec.memoryBytes());
        final Loader loader = new Loader(path, spec, program, synapses, routes, chip.kinds());
        this.regions = loader.regions(seed);
        this.registers = loader.registers();
        if (synapses == null || synapses.physical() == synapses) {
            this.vectors = new VectorUnit(registers, loader.maxLength());
            this.scalars = new ScalarUnit(registers, vectors);
        } else {
            final long arrayRegion = arrayRegion(program);
            this.vectors = new HoldingVectorUnit(registers, loader.maxLength(), synapses, arrayRegion);
            this.scalars = new HoldingScalarUnit(registers, vectors, synapses, arrayRegion);
        }
        this.ledger = loader.ledger(chip.ledger());
        this.array = new ArrayUnit(synapses, vectors);
        final SendUnit send = new SendUnit(chip.fabric(), chip.barrier(), node, loader.routes(), loader.maxLength());
        this.receive = new ReceiveUnit(
                this, spec, chip.fabric(), chip.barrier(), node, loader.inlineSteps(), loader.handledKinds());
        chip.fabric().attach(node, this);
        final int member = chip.barrier().join(node, this);
        this.sequencer = new Sequencer(
                this, spec, loader, tap, registers, scalars, vectors, array, send, ledger, chip.barrier(), member);
    }

    /** A bit for the region that is the program's array. */
    private static long arrayRegion(final Program program) {
        return program.array() == null
                ? 0
                : 1L << program.region(program.array().name());
    }

    /** @return its name in messages and ledger rows */
    public String path() {
        return path;
    }

    /** @return the fabric node it sits at */
    public int node() {
        return node;
    }

    /** @return its program */
    public Program program() {
        return program;
    }

    /**
     * Finds a region: for monitors, and for loading a program's data before a run.
     *
     * @param name the region's name
     * @return its live storage
     */
    public Region region(final String name) {
        return regions[program.region(name)];
    }

    /**
     * Reads a register: for monitors.
     *
     * @param register 0..15
     * @return its value
     */
    public int register(final int register) {
        return registers[register];
    }

    /**
     * Listens to the program's probe points; null switches it off.
     *
     * @param monitor the listener
     */
    public void monitor(final CoreMonitor monitor) {
        sequencer.monitor(monitor);
    }

    /**
     * Listens to everything that the core does; null switches it off.
     *
     * @param monitor the listener
     */
    public void execution(final ExecutionMonitor monitor) {
        tap.monitor(monitor);
    }

    /** @return the first cycle in which the synapse array is free, as far as is known: for monitors */
    public long arrayFreeAt() {
        return array.freeAt();
    }

    /**
     * Serves the packets whose turn was before a cycle, so that its memory is as what happens in that cycle finds it: for whoever
     * changes it between two cycles.
     *
     * @param cycle the cycle that is about to begin
     */
    public void settle(final long cycle) {
        receive.catchUp(cycle - 1, cycle);
    }

    /**
     * Makes accesses beyond a region do nothing, as where no word answers an address; else they are a model violation. For chips with
     * faults, which may give a sound program a wrong index.
     */
    public void tolerate() {
        tolerant = true;
    }

    /** @return accesses beyond a region that have done nothing so far */
    public long lostAccesses() {
        return lostAccesses;
    }

    /** @return cycles in which the core was busy, or waited, by cause */
    public CoreActivity activity() {
        return sequencer.activity();
    }

    /** @return executions of the instruction at an address */
    public long executions(final int address) {
        return sequencer.executions(address);
    }

    /** @return what all instructions have taken so far, in the order of the program, then those that serve packets inline */
    public List<Executed> executed() {
        return ledger.executed();
    }

    /** @return elements that {@code v.scadd} and {@code v.scmac} have added so far: the synaptic events of programs whose synapses are lists */
    public long scatterAdds() {
        return ledger.scatterAdds();
    }

    /** @return packets sent so far, copies of a multicast counted once */
    public long packetsSent() {
        return ledger.pushed;
    }

    /** @return packets of closed samples dropped so far */
    public long stalePackets() {
        return ledger.stale;
    }

    /** @return what the core is doing and which of its ports are blocked, for messages */
    public String status() {
        return path + " (" + program.name() + "): " + sequencer.status() + ", " + receive.status();
    }

    /** @return true when the core waits at the barrier and holds no packet */
    public boolean isQuiet() {
        return sequencer.isAtBarrier() && receive.isEmpty();
    }

    @Override
    public void onEvent(final long cycle, final int phase) {
        if (phase == Phase.COMPUTE) {
            sequencer.run(cycle);
        } else if (cycle == receiveAt) {
            receiveAt = -1;
            receive.drain(cycle);
        }
    }

    @Override
    public boolean offer(final long packet, final long cycle) {
        return receive.offer(packet, cycle);
    }

    @Override
    public void spaceAvailable(final long cycle) {
        sequencer.spaceAvailable(cycle);
    }

    @Override
    public void released(final long cycle, final int event) {
        sequencer.released(cycle, EVENTS[event]);
    }

    @Override
    public void save(final StateWriter out) {
        out.section(path).putInts(registers);
        for (final Region region : regions) {
            if (!region.spec().array()) {
                region.save(out);
            }
        }
        out.putLong(lostAccesses);
        ledger.save(out);
        receive.save(out);
        sequencer.save(out);
        array.save(out);
    }

    @Override
    public void restore(final StateReader in) {
        in.section(path).getInts(registers);
        for (final Region region : regions) {
            if (!region.spec().array()) {
                region.restore(in);
            }
        }
        lostAccesses = in.getLong();
        ledger.restore(in);
        receive.restore(in);
        sequencer.restore(in);
        array.restore(in);
    }

    Region region(final int index) {
        return regions[index];
    }

    boolean hasQueuedEvent() {
        return receive.hasEvent();
    }

    /** Serves the packets of the receive unit whose turn was in a cycle up to {@code last}, before their effects are seen. */
    void catchUp(final long last, final long cycle) {
        receive.catchUp(last, cycle);
    }

    long takeEvent(final long cycle) {
        return receive.takeEvent(cycle);
    }

    /** A sample begins: packets of earlier ones are stale from now on. */
    void openSample(final int sample) {
        registers[Registers.SAMPLE] = Packet.sampleId(sample);
        receive.accept(sample);
    }

    /** The sample is over for this core: its packets are stale, those of the next one are not. */
    void closeSample() {
        registers[Registers.SAMPLE] = -1;
        receive.close();
    }

    void staleDropped(final long packet, final long turn) {
        ledger.popped++;
        ledger.stale++;
        if (Listening.hasBegun()) {
            tap.dropped(packet, turn);
        }
    }

    void received(final long packet, final long cycle) {
        if (Listening.hasBegun()) {
            tap.received(packet, cycle);
        }
    }

    /** An instruction met an index beyond a region: a model violation, or nothing but lost. */
    void lostAccess(final long cycle, final String problem) {
        if (!tolerant) {
            throw new ModelViolationException(cycle, path, problem);
        }
        lostAccesses++;
    }

    String kindName(final int kind) {
        return kind < kinds.count() ? kinds.name(kind) : Integer.toString(kind);
    }

    void scheduleCompute(final long cycle) {
        scheduler.schedule(cycle, Phase.COMPUTE, componentId);
    }

    /** Asks for a visit of the receive unit; of several requests the earliest counts. */
    void scheduleReceive(final long cycle) {
        if (receiveAt < 0 || cycle < receiveAt) {
            receiveAt = cycle;
            scheduler.schedule(cycle, Phase.ARRIVE, componentId);
        }
    }

    void eventQueued(final long packet, final long turn, final long cycle) {
        ledger.popped++;
        if (Listening.hasBegun()) {
            tap.queued(packet, turn);
        }
        sequencer.eventQueued(cycle);
    }

    /** Runs an inline handler for a packet and returns the cycles it holds the receive unit. */
    int serveInline(final Step step, final int kind, final long packet, final long cycle) {
        ledger.popped++;
        ReceiveUnit.load(registers, packet);
        final int cycles =
                Listening.hasBegun() ? observeInline(step, kind, packet, cycle) : executeInline(step, kind, cycle);
        sequencer.reloadPacket();
        return cycles;
    }

    private int observeInline(final Step step, final int kind, final long packet, final long cycle) {
        tap.serving(packet, cycle);
        final int cycles = executeInline(step, kind, cycle);
        tap.served(packet, cycle, cycles);
        return cycles;
    }

    private int executeInline(final Step step, final int kind, final long cycle) {
        int cycles;
        try {
            if (step.list != null) {
                step.select(registers);
            }
            cycles = step.cycles;
            ledger.executed[step.counter]++;
            switch (step.op) {
                case A_ACC -> cycles = array.accumulate(step, cycle, EnergyPhase.FORWARD);
                case V_ADD, V_SCADD, V_SCMAC -> vectors.execute(step);
                case CLOSE -> closeSample();
                default -> scalars.execute(step);
            }
        } catch (final IndexOutOfBoundsException e) {
            lostAccess(cycle, "inline handler of " + kindName(kind) + ": " + e.getMessage());
            cycles = step.costs[0].cycles();
        }
        return Math.max(1, cycles);
    }
}
