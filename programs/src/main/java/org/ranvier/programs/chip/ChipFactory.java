package org.ranvier.programs.chip;

import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.ChipPorts;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.time.Scheduler;
import org.ranvier.router.FabricSpec;
import org.ranvier.router.barrier.BarrierSpec;
import org.ranvier.router.barrier.BarrierTree;
import org.ranvier.router.cycle.CycleFabric;
import org.ranvier.router.ideal.IdealFabric;

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
        final Scheduler scheduler = new Scheduler();
        final Ledger ledger = new Ledger();
        final Fabric fabric = fabric(spec, scheduler, ledger);
        final BarrierTree barrier =
                new BarrierTree(scheduler, spec.mesh(), new BarrierSpec(spec.barrierHopCycles(), 1), sequencer, ledger);
        final ChipPorts ports = new ChipPorts(scheduler, fabric, barrier, ledger, kinds);
        return new Chip(ports, sequencer, spec.core(), spec.mesh().localNodes(), seed);
    }

    private static Fabric fabric(final ChipSpec spec, final Scheduler scheduler, final Ledger ledger) {
        final FabricSpec fabric =
                FabricSpec.lossless(spec.mesh(), spec.router(), spec.core().outQueue());
        if (spec.fabric() == FabricKind.IDEAL) {
            final IdealFabric ideal = new IdealFabric(scheduler, fabric);
            ideal.openRows(ledger);
            return ideal;
        }
        final CycleFabric exact = new CycleFabric(scheduler, fabric);
        exact.openRows(ledger);
        return exact;
    }
}
