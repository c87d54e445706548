package org.ranvier.testbench.cli;

import org.ranvier.programs.anytime.Coding;
import org.ranvier.testbench.anytime.AnytimeModel;
import picocli.CommandLine.Option;

/** The options that say how pixels become spikes. */
final class CodingOptions {
    @Option(
            names = "--coding",
            paramLabel = "NAME",
            description =
                    "rate: a Bernoulli draw a pixel and tick; integrate: an integrate-and-fire encoder without draws"
                            + " (default ${DEFAULT-VALUE}).")
    private String coding = "rate";

    @Option(
            names = "--gain",
            paramLabel = "P",
            description = "Probability of a spike of a white pixel in a tick, for rate (default ${DEFAULT-VALUE}).")
    private double gain = 0.5;

    /** @return the coding */
    Coding coding() {
        return AnytimeModel.coding(coding, gain);
    }
}
