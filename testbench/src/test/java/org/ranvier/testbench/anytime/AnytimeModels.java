package org.ranvier.testbench.anytime;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A small model with random weights, for 784 pixels and 10 classes. */
final class AnytimeModels {
    private AnytimeModels() {}

    static AnytimeModel random() {
        final int[] sizes = {784, 12, 10};
        final SplittableRandom random = new SplittableRandom(4);
        final int[][][] weights = {new int[784][12], new int[12][10]};
        for (final int[][] layer : weights) {
            for (final int[] row : layer) {
                Arrays.setAll(row, unused -> random.nextInt(-128, 128));
            }
        }
        return new AnytimeModel(
                new AnytimeModel.Header(
                        AnytimeModel.RULE,
                        sizes,
                        6,
                        "rate",
                        0.5,
                        new int[] {150},
                        new double[] {100, 50},
                        3,
                        "tet",
                        "mnist",
                        100,
                        0.5),
                weights);
    }
}
