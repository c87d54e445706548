package org.ranvier.benchmarks;

import java.util.Map;
import org.ranvier.core.array.SramArray;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.Core;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.isa.CoreEvent;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.core.memory.RegionSpec;
import org.ranvier.programs.chip.ChipFactory;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.chip.FabricKind;

/** One core on the ideal fabric: what is left beside it is the host, the scheduler and a barrier per step. */
final class LoneChip {
    private final PacketKinds kinds = new PacketKinds();
    private final Chip chip;
    private final Core core;

    LoneChip(final String source) {
        final Program program = Assembler.assemble("benchmark.asm", source, Map.of(), kinds);
        chip = ChipFactory.build(
                ChipSpec.DEFAULT.withFabric(FabricKind.IDEAL), new SampleSequencer(1, false), kinds, 1L);
        core = chip.addCore(0, program, array(program.array()), new RouteTable());
    }

    private static SramArray array(final RegionSpec declared) {
        return declared == null
                ? null
                : new SramArray(
                        declared.rows(),
                        declared.columns(),
                        declared.type(),
                        1,
                        ChipSpec.DEFAULT.core().portBits());
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
        final int route = chip.fabric().route(chip.host().node(), core.node());
        chip.host().driver((event, tick, port) -> {
            for (int i = 0; event == CoreEvent.LOAD && i < packets; i++) {
                port.queue(route, number, i % keys, i);
            }
        });
    }
}
