package org.ranvier.testbench.cli;

import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.testbench.config.ChipFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what chip it is. */
final class ChipOptions {
    private static final double SLOWEST = 1;
    private static final double FASTEST = 1e12;

    @Option(names = "--chip", paramLabel = "FILE.yaml", description = "The chip; default: that of chips/default.yaml.")
    private Path chip;

    @Option(
            names = "--fabric",
            paramLabel = "cycle|ideal",
            description =
                    "Routers cycle by cycle, or zero-load latency without contention; default: the chip's, cycle.")
    private String fabric;

    @Option(names = "--clock", paramLabel = "HZ", description = "Cycles a second, 1..1e12; default: the chip's, 1e9.")
    private Double clock;

    @Mixin
    private ThreadsOption threads;

    /** @return whether the chip's description was given */
    boolean given() {
        return chip != null;
    }

    /** @return the chip, with what the options override */
    ChipSpec spec() {
        ChipSpec spec = chip == null ? ChipSpec.DEFAULT : ChipFile.load(chip);
        if (fabric != null) {
            spec = spec.withFabric(ChipFile.parseFabric("--fabric", fabric));
        }
        if (clock != null) {
            spec = spec.withClock(ConfigurationException.checkRange("--clock", clock, SLOWEST, FASTEST));
        }
        return spec.withThreads(threads.of(spec.mesh()));
    }
}
