package org.ranvier.testbench.cli;

import picocli.CommandLine.Option;

/** The options that give the layers of a network that is only mapped, without images. */
final class MapSizes {
    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description = "Neurons of the hidden layers (default 100).")
    private int[] hidden = {100};

    @Option(names = "--inputs", paramLabel = "N", description = "Pixels of an image (default ${DEFAULT-VALUE}).")
    private int inputs = 784;

    @Option(names = "--classes", paramLabel = "N", description = "Neurons of the output (default ${DEFAULT-VALUE}).")
    private int classes = 10;

    /** @return neurons of layers 0..L, the input first */
    int[] sizes() {
        final int[] sizes = new int[hidden.length + 2];
        sizes[0] = inputs;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[sizes.length - 1] = classes;
        return sizes;
    }
}
