package org.ranvier.testbench.cli;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.train.PcmOptions;
import picocli.CommandLine.Option;

/** The options that put a model's weights into phase-change memory. */
final class PcmChoice {
    private static final String NEEDS = "--pcm beside it";

    @Option(
            names = "--pcm",
            description =
                    "Program the weights into phase-change memory and test with what a read sees later. Programming"
                            + " and the reads that compensation takes are not charged.")
    private boolean pcm;

    @Option(
            names = "--after",
            paramLabel = "TIME",
            description =
                    "From programming to the test: seconds, or a number with min, h, d, mo (30 days) or y (default"
                            + " 20; drift counts from 20 s after programming).")
    private String after;

    @Option(
            names = "--compensation",
            paramLabel = "NAME",
            description = "Of drift: none, global (one factor a crossbar) or per-column (default global).")
    private String compensation;

    @Option(
            names = "--pcm-seed",
            paramLabel = "S",
            description = "Seed of programming errors, drift and read noise (default 1).")
    private Long seed;

    /** @return the memory, or null for none */
    PcmOptions options() {
        if (!pcm) {
            refuse("--after", after);
            refuse("--compensation", compensation);
            refuse("--pcm-seed", seed);
            return null;
        }
        return new PcmOptions(
                PcmOptions.seconds(after == null ? "20" : after),
                PcmOptions.compensation(compensation == null ? "global" : compensation),
                seed == null ? 1 : seed);
    }

    private static void refuse(final String option, final Object value) {
        if (value != null) {
            throw ConfigurationException.of(option, value, NEEDS);
        }
    }
}
