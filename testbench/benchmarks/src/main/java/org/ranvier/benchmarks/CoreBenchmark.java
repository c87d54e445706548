package org.ranvier.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ranvier.core.random.CounterRandom;

/** One instruction of a core, with its share of scheduler, dispatch and loop; {@code s.mov} shows what those cost alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED"})
public class CoreBenchmark {
    private static final int TIMES = 1000;

    private static final String REGIONS = """
            .mem u,v,RV s32 [784]
            .mem h s16 [784]
            .mem q bit [784]
            .mem w s32 [100]
            .mem s,m bit [100]
            .mem T s32 [1024]
            .mem ix s16 [784]
            .array W s32 [785][100]
            .mem in bit [785]
            .seed RV 1
            """;

    private static final String LOOP = """
            .on PHASE0 tick
            tick: s.mov r1, #0
            next: INSTRUCTION
                  loop r1, #TIMES, next
                  bar
            """;

    private static final String INLINE = """
            .on X = b.set q, key
            """;

    /** The instruction, or {@code inline} for a packet that is served by {@code b.set}. */
    @Param({
        "s.mov r2, #1",
        "v.add u, u, v",
        "v.add h, h, v",
        "v.add u, u, v ?q",
        "v.gat u, T, ix",
        "x.bern q, RV, u, #20",
        "c.gt q, u, #0 ?q",
        "c.gt s, w, #0",
        "a.fwd w, W, in",
        "inline"
    })
    private String instruction;

    private LoneChip chip;

    /** Builds the chip; about 102 rows of the array are driven, every second element is selected, values are small and of both signs. */
    @Setup
    public void build() {
        final boolean inline = instruction.equals("inline");
        chip = new LoneChip(REGIONS
                + (inline
                        ? INLINE
                        : LOOP.replace("INSTRUCTION", instruction).replace("TIMES", Integer.toString(TIMES))));
        if (inline) {
            chip.hostSends("X", TIMES, 784);
        }
        for (int i = 0; i < 784; i++) {
            chip.core().region("u").set(0, i, CounterRandom.bits32(1, 0, i, 0) >> 12);
            chip.core().region("q").set(0, i, i & 1);
            chip.core().region("w").set(0, i % 100, CounterRandom.bits32(1, 0, i, 0) >> 12);
            chip.core().region("ix").set(0, i, CounterRandom.bits32(1, 1, i, 0) >>> 22);
            chip.core().region("in").set(0, i, CounterRandom.uniform(1, 2, i, 0) < 0.13 ? 1 : 0);
        }
    }

    /** A sample of one tick that runs the instruction again and again. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public long run() {
        chip.chip().runSample(1);
        return chip.chip().cycle();
    }
}
