package org.ranvier.programs.chip;

import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.ChipFrame;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.ChipPorts;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.parallel.Inlet;
import org.ranvier.core.parallel.Partitions;
import org.ranvier.core.parallel.RoundRunner;
import org.ranvier.core.parallel.Threads;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.Rows;
import org.ranvier.router.barrier.BarrierSpec;
import org.ranvier.router.barrier.BarrierTree;
import org.ranvier.router.cycle.CycleFabric;
import org.ranvier.router.ideal.IdealFabric;
import org.ranvier.router.parts.FabricParts;

/** Builds the empty chip of a specification: scheduler, fabric, barrier and host, ready for cores. */
public final class ChipFactory {
    private ChipFactory() {}

    /**
     * Builds a chip without cores.
     *
     * @param spec the chip
     * @param sequencer the steps of a sample
     * @param kinds the packet kinds of the programs that it will run
     * @param seed the run's seed
     * @return the chip; its host sits at the first host port
     */
    public static Chip build(
            final ChipSpec spec, final SampleSequencer sequencer, final PacketKinds kinds, final long seed) {
        return build(spec, sequencer, kinds, seed, new Threads());
    }

    /**
     * Builds a chip without cores, in as many parts as the specification has threads.
     *
     * @param spec the chip
     * @param sequencer the steps of a sample
     * @param kinds the packet kinds of the programs that it will run
     * @param seed the run's seed
     * @param runner who does the work of the parts
     * @return the chip; its host sits at the first host port
     */
    public static Chip build(
            final ChipSpec spec,
            final SampleSequencer sequencer,
            final PacketKinds kinds,
            final long seed,
            final RoundRunner runner) {
        final ChipFrame frame = frame(spec, kinds, sequencer, runner);
        return new Chip(frame, sequencer, spec.core(), spec.mesh().localNodes(), seed);
    }

    private static ChipFrame frame(
            final ChipSpec spec, final PacketKinds kinds, final SampleSequencer sequencer, final RoundRunner runner) {
        final Rows rows = new Rows(spec.mesh(), spec.faults().searches() ? 1 : spec.threads());
        final List<Scheduler> schedulers = Scheduler.siblings(rows.parts());
        final Ledger ledger = new Ledger();
        final List<Inlet> inlets = new ArrayList<>();
        final List<? extends Fabric> fabrics = fabrics(spec, schedulers, rows, ledger, inlets);
        final BarrierSpec tree = new BarrierSpec(spec.barrierHopCycles(), 1);
        final BarrierTree barrier = new BarrierTree(schedulers, spec.mesh(), tree, sequencer, ledger);
        final List<ChipPorts> ports = new ArrayList<>();
        for (int part = 0; part < rows.parts(); part++) {
            ports.add(new ChipPorts(schedulers.get(part), fabrics.get(part), barrier.branch(part), ledger, kinds));
        }
        if (rows.parts() == 1) {
            return ChipFrame.of(ports.get(0), barrier, spec.faults());
        }
        final FabricParts fabric = new FabricParts(fabrics, schedulers, rows);
        final Partitions timeline = new Partitions(schedulers, inlets, List.of(barrier, fabric), runner);
        return new ChipFrame(
                timeline, fabric, barrier, ledger, kinds, node -> ports.get(rows.ofNode(node)), spec.faults());
    }

    private static List<? extends Fabric> fabrics(
            final ChipSpec spec,
            final List<Scheduler> schedulers,
            final Rows rows,
            final Ledger ledger,
            final List<Inlet> inlets) {
        final FabricSpec network =
                FabricSpec.lossless(spec.mesh(), spec.router(), spec.core().outQueue());
        if (spec.fabric() == FabricKind.IDEAL) {
            final List<IdealFabric> ideal = IdealFabric.parts(schedulers, network, rows);
            IdealFabric.openRows(ledger, ideal);
            inlets.addAll(ideal);
            return ideal;
        }
        final List<CycleFabric> exact = CycleFabric.parts(schedulers, network, rows);
        CycleFabric.openRows(ledger, exact);
        inlets.addAll(exact);
        return exact;
    }
}
