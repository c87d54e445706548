package org.ranvier.core.chip;

import org.agrona.collections.LongArrayList;
import org.ranvier.core.cpu.ChipPorts;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.core.fabric.BarrierMember;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.packet.Packet;
import org.ranvier.core.state.StateReader;
import org.ranvier.core.state.StateWriter;
import org.ranvier.core.state.Stateful;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;

/**
 * The host's port at the edge of the chip: sends one packet a cycle as long as the fabric has room, and keeps what it receives.
 *
 * <p>Packets queued in a step are all sent before the host arrives at the barrier, so the step does not end without them.
 */
public final class HostPort implements Component, Endpoint, BarrierMember, Stateful {
    private static final CoreEvent[] EVENTS = CoreEvent.values();

    private final ChipPorts chip;
    private final int node;
    private final SampleSequencer sequencer;
    private final int componentId;
    private final int member;
    private final LongArrayList packets = new LongArrayList();
    private final LongArrayList routes = new LongArrayList();
    private final LongArrayList received = new LongArrayList();
    private HostDriver driver = (event, tick, port) -> {};
    private HostMonitor monitor;
    private int sent;
    private int sample;
    private int epoch;
    private boolean scheduled;

    /**
     * Attaches the host.
     *
     * @param chip what it is connected to
     * @param node the host node
     * @param sequencer tells it the tick
     */
    HostPort(final ChipPorts chip, final int node, final SampleSequencer sequencer) {
        this.chip = chip;
        this.node = node;
        this.sequencer = sequencer;
        this.componentId = chip.scheduler().register(this);
        chip.fabric().attach(node, this);
        this.member = chip.barrier().join(node, this);
    }

    /** @return the fabric node of the host */
    public int node() {
        return node;
    }

    /**
     * Says what the host sends.
     *
     * @param hostDriver called at every release
     */
    public void driver(final HostDriver hostDriver) {
        driver = hostDriver;
    }

    /**
     * Listens to what the host receives; null switches it off.
     *
     * @param listener the listener
     */
    public void monitor(final HostMonitor listener) {
        monitor = listener;
    }

    /**
     * Queues a packet for this step; to be called by the {@link HostDriver} at the step's release only.
     *
     * @param route a route of the fabric that starts at {@link #node}
     * @param kind packet kind
     * @param key packet key
     * @param payload packet payload
     * @throws org.ranvier.core.error.ConfigurationException when kind or key does not fit a packet
     */
    public void queue(final int route, final int kind, final int key, final int payload) {
        ConfigurationException.checkRange("packet.kind", kind, 0, Packet.MAX_KIND);
        ConfigurationException.checkRange("packet.key", key, 0, Packet.MAX_KEY);
        packets.addLong(Packet.of(kind, sample, epoch, key, payload));
        routes.addLong(route);
    }

    /** @return packets queued in this step */
    public int queued() {
        return packets.size();
    }

    /** @return the packets received since the sample began, in order of arrival */
    public LongArrayList received() {
        return received;
    }

    @Override
    public void released(final long cycle, final int event) {
        final CoreEvent step = EVENTS[event];
        if (step == CoreEvent.SAMPLE) {
            sample++;
            epoch = 0;
            received.clear();
        } else if (step == CoreEvent.PHASE0) {
            epoch++;
        }
        packets.clear();
        routes.clear();
        sent = 0;
        driver.step(step, sequencer.tick(), this);
        if (packets.isEmpty()) {
            chip.barrier().arrive(member, cycle);
        } else {
            schedule(cycle);
        }
    }

    @Override
    public void onEvent(final long cycle, final int phase) {
        scheduled = false;
        if (chip.fabric().space(node) == 0) {
            return;
        }
        final int route = (int) routes.getLong(sent);
        chip.barrier().sent(chip.fabric().leaves(route));
        chip.fabric().send(node, route, packets.getLong(sent), cycle);
        sent++;
        if (sent == packets.size()) {
            chip.barrier().arrive(member, cycle);
        } else {
            schedule(cycle + 1);
        }
    }

    @Override
    public void spaceAvailable(final long cycle) {
        if (!scheduled && sent < packets.size()) {
            schedule(cycle);
        }
    }

    @Override
    public boolean offer(final long packet, final long cycle) {
        received.addLong(packet);
        if (monitor != null) {
            monitor.received(packet, sequencer.tick(), cycle);
        }
        chip.barrier().handled(cycle);
        return true;
    }

    /** @return true when every packet of the step has been sent */
    boolean isDone() {
        return sent == packets.size();
    }

    /** @return what the host is waiting for, for messages */
    String status() {
        return "host: " + (packets.size() - sent) + " packets not sent" + (scheduled ? "" : ", port blocked");
    }

    @Override
    public void save(final StateWriter out) {
        out.section("host").putInt(sample).putInt(epoch);
    }

    @Override
    public void restore(final StateReader in) {
        sample = in.section("host").getInt();
        epoch = in.getInt();
        packets.clear();
        routes.clear();
        received.clear();
        sent = 0;
    }

    private void schedule(final long cycle) {
        scheduled = true;
        chip.scheduler().schedule(cycle, Phase.COMPUTE, componentId);
    }
}
