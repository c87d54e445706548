package org.ranvier.testbench.cli;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.anytime.Coding;
import org.ranvier.testbench.anytime.AnytimeModel;
import picocli.CommandLine.Option;

/** The options that say how pixels become spikes. */
final class CodingOptions {
    private static final String USUAL = "rate";
    private static final double USUAL_GAIN = 0.5;

    @Option(
            names = "--coding",
            paramLabel = "NAME",
            description =
                    "rate: a Bernoulli draw a pixel and tick; integrate: an integrate-and-fire encoder without draws"
                            + " (default rate).")
    private String coding;

    @Option(
            names = "--gain",
            paramLabel = "P",
            description = "Probability of a spike of a white pixel in a tick, for rate (default 0.5).")
    private Double gain;

    /** @return the coding of pixels */
    Coding coding() {
        return AnytimeModel.coding(coding == null ? USUAL : coding, gain == null ? USUAL_GAIN : gain);
    }

    /** @return the coding of recordings, which are spikes already */
    Coding recorded() {
        if (coding != null || gain != null) {
            throw new ConfigurationException((coding == null ? "--gain" : "--coding")
                    + ": recordings are spikes already, expected no such option beside --events");
        }
        return Coding.EVENTS;
    }
}
