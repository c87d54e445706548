package org.ranvier.testbench.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.sfdfa.SfdfaChip;
import org.ranvier.programs.sfdfa.SfdfaMapping;
import org.ranvier.programs.sfdfa.SfdfaNetwork;
import org.ranvier.programs.sfdfa.SfdfaRecipe;
import org.ranvier.programs.sfdfa.SfdfaSchedule;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

/** Speed of SFDFA on the cycle fabric, 784-100-10, recipe R0, per second of processor time of its one thread. */
public final class SfdfaBench {
    private static final int WARM_UP = 1000;
    private static final int IMAGES = 500;
    private static final double NANOSECOND = 1e-9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int repeats;
    private final SfdfaRecipe recipe = SfdfaRecipe.R0;
    private final SfdfaSchedule schedule = recipe.schedule(true, 16, 1);
    private final ImageSet images = DataSets.load("mnist", null).train();
    private final SfdfaChip chip = new SfdfaChip(new SfdfaMapping(
            new SfdfaNetwork(new int[] {784, 100, 10}, recipe.rule(true, 16), recipe.start(true), 1),
            ChipSpec.DEFAULT));
    private int next;

    /**
     * @param repeats measurements of which the median is taken, at least 1
     */
    public SfdfaBench(final int repeats) {
        this.repeats = repeats;
    }

    /**
     * Measures.
     *
     * @param results gets every figure as soon as it is known
     */
    public void run(final Consumer<Figure> results) {
        learn(WARM_UP);
        final long cycles = chip.chip().cycle();
        results.accept(
                Figure.of("training 784-100-10, R0, 100 steps", "images/s", repeats, () -> rate(() -> learn(IMAGES))));
        final double perImage = (chip.chip().cycle() - cycles) / ((double) repeats * IMAGES);
        results.accept(Figure.of("cycles of the chip", "cycles/image", 1, () -> perImage));
        results.accept(Figure.of("testing", "images/s", repeats, () -> rate(this::classify)));
    }

    private static double rate(final Runnable work) {
        final long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return IMAGES / ((THREADS.getCurrentThreadCpuTime() - start) * NANOSECOND);
    }

    private void learn(final int count) {
        for (int i = 0; i < count; i++) {
            chip.learn(images.pixels(), images.offset(next), images.label(next), schedule.rates(next));
            next = (next + 1) % images.count();
        }
    }

    private void classify() {
        for (int i = 0; i < IMAGES; i++) {
            chip.classify(images.pixels(), images.offset(i));
        }
    }
}
