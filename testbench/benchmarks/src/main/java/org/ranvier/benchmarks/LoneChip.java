package org.ranvier.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ranvier.core.array.SramArray;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.ChipPorts;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.CoreSpec;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.fabric.BarrierMember;
import org.ranvier.core.fabric.BarrierNetwork;
import org.ranvier.core.fabric.BarrierSequencer;
import org.ranvier.core.fabric.Endpoint;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fabric.FabricMonitor;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.time.Component;
import org.ranvier.core.time.Phase;
import org.ranvier.core.time.Scheduler;

/** One core at node 0 and the host at node 1, on a wire and a barrier that do next to nothing: what is left is the core. */
final class LoneChip {
    private static final int HOST = 1;

    private final Wire wire;
    private final PacketKinds kinds = new PacketKinds();
    private final Chip chip;
    private final Core core;

    LoneChip(final String source) {
        final Scheduler scheduler = new Scheduler();
        final SampleSequencer sequencer = new SampleSequencer(1);
        wire = new Wire(scheduler);
        final Release release = new Release(scheduler, sequencer);
        chip = new Chip(
                new ChipPorts(scheduler, wire, release, new Ledger(), kinds), sequencer, CoreSpec.DEFAULT, HOST, 1L);
        final Program program = Assembler.assemble("benchmark.asm", source, Map.of(), kinds);
        final SramArray array = program.array() == null
                ? null
                : new SramArray(
                        program.array().rows(),
                        program.array().columns(),
                        program.array().type(),
                        1,
                        256);
        core = chip.addCore(0, program, array, new RouteTable());
    }

    Core core() {
        return core;
    }

    Chip chip() {
        return chip;
    }

    /** Lets the host send packets of a kind in LOAD, their keys running through 0..keys-1. */
    void hostSends(final String kind, final int packets, final int keys) {
        final int number = kinds.number(kind);
        chip.host().driver((event, tick, port) -> {
            for (int i = 0; event == CoreEvent.LOAD && i < packets; i++) {
                port.queue(0, number, i % keys, i);
            }
        });
    }

    /** Delivers a packet in the cycle after it was sent. */
    private static final class Wire implements Fabric, Component {
        private final Scheduler scheduler;
        private final int id;
        private final Endpoint[] endpoints = new Endpoint[HOST + 1];
        private long packet;

        Wire(final Scheduler scheduler) {
            this.scheduler = scheduler;
            id = scheduler.register(this);
        }

        @Override
        public int nodes() {
            return endpoints.length;
        }

        @Override
        public int hostPorts() {
            return 1;
        }

        @Override
        public void attach(final int node, final Endpoint endpoint) {
            endpoints[node] = endpoint;
        }

        @Override
        public int route(final int source, final int... destinations) {
            return 0;
        }

        @Override
        public int leaves(final int route) {
            return 1;
        }

        @Override
        public int space(final int node) {
            return 1;
        }

        @Override
        public void send(final int node, final int route, final long word, final long cycle) {
            packet = word;
            scheduler.schedule(cycle + 1, Phase.ARRIVE, id);
        }

        @Override
        public void onEvent(final long cycle, final int phase) {
            endpoints[0].offer(packet, cycle);
        }

        @Override
        public void resume(final int node, final long cycle) {
            throw new IllegalStateException("the core refused a packet");
        }

        @Override
        public long inFlight() {
            return 0;
        }

        @Override
        public void monitor(final FabricMonitor monitor) {
            throw new UnsupportedOperationException();
        }
    }

    /** Releases in the cycle after the last arrival. */
    private static final class Release implements BarrierNetwork, Component {
        private final Scheduler scheduler;
        private final BarrierSequencer sequencer;
        private final int id;
        private final List<BarrierMember> members = new ArrayList<>();
        private int missing;
        private long outstanding;
        private boolean halted = true;

        Release(final Scheduler scheduler, final BarrierSequencer sequencer) {
            this.scheduler = scheduler;
            this.sequencer = sequencer;
            id = scheduler.register(this);
        }

        @Override
        public int join(final int node, final BarrierMember member) {
            members.add(member);
            return members.size() - 1;
        }

        @Override
        public void arrive(final int member, final long cycle) {
            missing--;
            check(cycle);
        }

        @Override
        public void sent(final int copies) {
            outstanding += copies;
        }

        @Override
        public void handled(final long cycle) {
            outstanding--;
            check(cycle);
        }

        @Override
        public int missing() {
            return missing;
        }

        @Override
        public long outstanding() {
            return outstanding;
        }

        @Override
        public void start(final long cycle) {
            halted = false;
            scheduler.schedule(cycle + 1, Phase.ARRIVE, id);
        }

        @Override
        public boolean halted() {
            return halted;
        }

        @Override
        public void onEvent(final long cycle, final int phase) {
            final int event = sequencer.next(cycle);
            halted = event == BarrierSequencer.HALT;
            if (!halted) {
                missing = members.size();
                for (int i = 0; i < members.size(); i++) {
                    members.get(i).released(cycle, event);
                }
            }
        }

        private void check(final long cycle) {
            if (missing == 0 && outstanding == 0) {
                scheduler.schedule(cycle + 1, Phase.ARRIVE, id);
            }
        }
    }
}
