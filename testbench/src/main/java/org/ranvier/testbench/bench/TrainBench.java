package org.ranvier.testbench.bench;

import java.util.function.Consumer;
import org.ranvier.programs.ssnnbp.SsnnBpChip;

/** Speed of SSNN-BP training on the cycle fabric: 784-100-10, 16 ticks, one thread. */
public final class TrainBench {
    private static final int WARM_UP = 600;
    private static final int IMAGES = 300;
    private static final double NANOSECOND = 1e-9;

    private final int repeats;

    /**
     * @param repeats measurements of which the median is taken, at least 1
     */
    public TrainBench(final int repeats) {
        this.repeats = repeats;
    }

    /**
     * Measures.
     *
     * @param results gets every figure as soon as it is known
     */
    public void run(final Consumer<Figure> results) {
        final Digits digits = new Digits();
        final SsnnBpChip chip = digits.chip();
        digits.learn(WARM_UP);
        final long cycles = chip.chip().cycle();
        results.accept(Figure.of("training 784-100-10, 16 ticks", "images/s", repeats, () -> {
            final long start = System.nanoTime();
            digits.learn(IMAGES);
            return IMAGES / ((System.nanoTime() - start) * NANOSECOND);
        }));
        final double images = (double) repeats * IMAGES;
        final double perImage = (chip.chip().cycle() - cycles) / images;
        results.accept(Figure.of("cycles of the chip", "cycles/image", 1, () -> perImage));
    }
}
