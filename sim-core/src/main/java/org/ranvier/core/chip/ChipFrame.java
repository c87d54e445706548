package org.ranvier.core.chip;

import java.util.function.IntFunction;
import org.ranvier.core.cpu.ChipPorts;
import org.ranvier.core.energy.Ledger;
import org.ranvier.core.fabric.BarrierControl;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.fault.FaultPlan;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.time.Timeline;

/**
 * What a chip is built on.
 *
 * @param timeline makes time pass
 * @param fabric the fabric as a whole
 * @param barrier the barrier as a whole
 * @param ledger counts everybody's events
 * @param kinds the names of the packet kinds
 * @param ports what a core or host at a node is connected to
 * @param faults what goes wrong
 */
public record ChipFrame(
        Timeline timeline,
        Fabric fabric,
        BarrierControl barrier,
        Ledger ledger,
        PacketKinds kinds,
        IntFunction<ChipPorts> ports,
        FaultPlan faults) {

    /**
     * Builds a frame in which everything is connected to the same ports, and nothing goes wrong.
     *
     * @param ports the ports
     * @param barrier their barrier
     * @return the frame
     */
    public static ChipFrame of(final ChipPorts ports, final BarrierControl barrier) {
        return of(ports, barrier, FaultPlan.NONE);
    }

    /**
     * Builds a frame in which everything is connected to the same ports.
     *
     * @param ports the ports
     * @param barrier their barrier
     * @param faults what goes wrong
     * @return the frame
     */
    public static ChipFrame of(final ChipPorts ports, final BarrierControl barrier, final FaultPlan faults) {
        return new ChipFrame(
                ports.scheduler(), ports.fabric(), barrier, ports.ledger(), ports.kinds(), node -> ports, faults);
    }
}
