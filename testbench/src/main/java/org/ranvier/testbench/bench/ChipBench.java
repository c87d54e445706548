package org.ranvier.testbench.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ranvier.core.asm.Assembler;
import org.ranvier.core.chip.Chip;
import org.ranvier.core.chip.SampleSequencer;
import org.ranvier.core.cpu.RouteTable;
import org.ranvier.core.isa.PacketKinds;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.ChipFactory;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.router.MeshSpec;

/** Memory of the simulator: heap of an empty chip of 128 cores, and bytes allocated while a chip runs. */
public final class ChipBench {
    private static final int CORES = 128;
    private static final String EMPTY = ".on PHASE0 tick\ntick: bar\n";
    private static final int WARM_UP = 600;
    private static final int IMAGES = 100;
    private static final double MEGABYTE = 1e6;

    private final int repeats;

    /** Every chip built so far: one that might or might not be collected between two readings would count for nothing. */
    private final List<Chip> kept = new ArrayList<>();

    /**
     * @param repeats measurements of which the median is taken, at least 1
     */
    public ChipBench(final int repeats) {
        this.repeats = repeats;
    }

    /**
     * Measures.
     *
     * @param results gets every figure as soon as it is known
     */
    public void run(final Consumer<Figure> results) {
        results.accept(Figure.of("heap of an empty chip of 128 cores", "MB", repeats, this::heap));
        kept.clear();
        final Digits digits = new Digits();
        digits.learn(WARM_UP);
        results.accept(
                Figure.of("allocated while learning 784-100-10", "bytes/cycle", repeats, () -> allocated(digits)));
    }

    private double heap() {
        final long before = Heap.used();
        kept.add(empty());
        return (Heap.used() - before) / MEGABYTE;
    }

    private static Chip empty() {
        final ChipSpec plain = ChipSpec.DEFAULT;
        final ChipSpec spec = new ChipSpec(
                MeshSpec.parse("16x8"),
                plain.router(),
                plain.fabric(),
                plain.core(),
                plain.tile(),
                plain.barrierHopCycles(),
                plain.clockHz());
        final PacketKinds kinds = new PacketKinds();
        final Program program = Assembler.assemble("empty", EMPTY, Map.of(), kinds);
        final Chip chip = ChipFactory.build(spec, SampleSequencer.of(List.of(program)), kinds, 1);
        for (int node = 0; node < CORES; node++) {
            chip.addCore(node, program, null, new RouteTable());
        }
        return chip;
    }

    private static double allocated(final Digits digits) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long cycles = digits.chip().chip().cycle();
        final long bytes = threads.getCurrentThreadAllocatedBytes();
        digits.learn(IMAGES);
        return (double) (threads.getCurrentThreadAllocatedBytes() - bytes)
                / (digits.chip().chip().cycle() - cycles);
    }
}
