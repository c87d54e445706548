package org.ranvier.testbench.bench;

import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.programs.ssnnbp.SsnnBpChip;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.rpu.device.IdealDevice;
import org.ranvier.testbench.data.DataSets;
import org.ranvier.testbench.data.ImageSet;

/** The load of the benchmarks: a chip that learns the embedded digits, 784-100-10, 16 ticks. */
final class Digits {
    private static final int ALWAYS = 1 << 20;
    private static final double STEP = 0.05 / 16;

    private final ImageSet images = DataSets.load("mnist", null).train();
    private final SsnnBpChip chip = new SsnnBpChip(new SsnnBpMapping(
            SsnnBpNetwork.of(new int[] {784, 100, 10}, 16, 1, new IdealDevice(STEP, 0, 1)), ChipSpec.DEFAULT));
    private int next;

    SsnnBpChip chip() {
        return chip;
    }

    /** Presents the next images, from the first again after the last. */
    void learn(final int count) {
        for (int i = 0; i < count; i++) {
            chip.learn(images.pixels(), images.offset(next), images.label(next), ALWAYS);
            next = (next + 1) % images.count();
        }
    }
}
