package org.ranvier.testbench.regress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.array.SynapseArray;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.fault.FaultPlan;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.ChipFactory;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.layered.LayerArrays;
import org.ranvier.router.MeshSpec;
import org.ranvier.testbench.observe.ChipObserver;

/** Two cores: neurons that ramp up and fire, and neurons that their spikes drive through an array. */
final class SmallChip {
    static final int TICKS = 6;
    static final String RAMP = """
            .mem x,w s16 [8]
            .mem f bit [8]
            .data w 3,5,7,9,11,13,15,17
            .on PHASE0 tick
            tick: v.add x, x, w
                  c.gt f, x, #20
                  v.mov x, #0 ?f
                  p.each SPK, f
                  bar
            """;
    static final String SINK = """
            .mem u,v s32 [6]
            .mem in bit [8]
            .array W s32 [8][6]
            .on SPK = b.set in, key
            .on PHASE0 tick
            tick: a.fwd u, W, in
                  b.fill in, #0
                  v.add v, v, u
                  r.sum r1, v
                  bar
            """;

    private final Chip chip;
    private final ChipSpec spec;

    SmallChip(final String ramp, final String sink, final int threads, final String... faults) {
        spec = ChipSpec.DEFAULT.withThreads(threads).withFaults(FaultPlan.parse(List.of(faults)));
        final PacketKinds kinds = new PacketKinds();
        final Program first = Assembler.assemble("ramp.asm", ramp, Map.of(), kinds);
        final Program second = Assembler.assemble("sink.asm", sink, Map.of(), kinds);
        chip = ChipFactory.build(spec, SampleSequencer.of(List.of(first, second)), kinds, 1);
        final RouteTable routes = new RouteTable();
        routes.add(kinds.number("SPK"), 0, 7, 0, chip.fabric().route(0, lastNode(spec.mesh())), 1);
        chip.addCore(0, first, null, routes);
        final SynapseArray array = LayerArrays.sram(spec, second);
        for (int row = 0; row < array.rows(); row++) {
            for (int column = 0; column < array.columns(); column++) {
                array.weight(row, column, 100 * row + column);
            }
        }
        chip.addCore(lastNode(spec.mesh()), second, array, new RouteTable());
    }

    private static int lastNode(final MeshSpec mesh) {
        return mesh.localNodes() - 1;
    }

    Chip chip() {
        return chip;
    }

    /** Runs samples as a command does; returns what it says in the end. */
    static SmallChip run(final ChipObserver observer, final int samples, final SmallChip small) {
        observer.built(small.chip, small.spec);
        for (int sample = 0; sample < samples; sample++) {
            small.chip.runSample(TICKS);
        }
        final Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("cycles", small.chip.cycle());
        summary.put("wall_seconds", System.nanoTime() * 1e-9);
        summary.put("accuracy", 0.5);
        observer.finished(summary);
        return small;
    }
}
