package org.ranvier.core.cpu;

import org.ranvier.core.energy.Ledger;
import org.ranvier.core.fabric.BarrierNetwork;
import org.ranvier.core.fabric.Fabric;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.time.Scheduler;

/**
 * What a core is connected to.
 *
 * @param scheduler the chip's scheduler
 * @param fabric carries its packets
 * @param barrier releases its steps
 * @param ledger counts its events
 * @param kinds the names of the chip's packet kinds
 */
public record ChipPorts(Scheduler scheduler, Fabric fabric, BarrierNetwork barrier, Ledger ledger, PacketKinds kinds) {}
