package org.ranvier.testbench.cli;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.rpu.Periphery;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.PulseType;
import org.ranvier.rpu.update.UpdateSpec;
import picocli.CommandLine.Option;

/** The options that say how crossbars handle values: converters and pulse generators. */
final class PeripheryOptions {
    @Option(
            names = "--io",
            paramLabel = "NAME",
            description = "Converters of both reads: perfect, default, preset or standard; default: the chip's, preset"
                    + " (7-bit drivers, 9-bit converters).")
    private String io;

    @Option(
            names = "--update",
            paramLabel = "TYPE",
            description = "How vectors become pulses: StochasticCompressed, Stochastic, MeanCount or"
                    + " DeterministicImplicit; default: the chip's, StochasticCompressed.")
    private String update;

    @Option(
            names = "--bl",
            paramLabel = "N",
            description = "Slots of an update, its most with --ublm; default: the chip's, 31.")
    private Integer length;

    @Option(
            names = "--um",
            negatable = true,
            description =
                    "Update management: both vectors use the same range of probabilities; default: the chip's, on.")
    private Boolean management;

    @Option(
            names = "--ublm",
            negatable = true,
            description = "Update-length management: as few slots as the vectors need; default: the chip's, on.")
    private Boolean lengthManagement;

    /** @return the chip with what the options override */
    ChipSpec apply(final ChipSpec chip) {
        final Periphery base = chip.tile().periphery();
        final Periphery periphery = base.withUpdate(update(base.update()));
        return chip.withTile(chip.tile().withPeriphery(io == null ? periphery : periphery.withReads(reads())));
    }

    private ReadSpec reads() {
        try {
            return ReadSpec.named(io);
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(e.getMessage().replace("read periphery", "--io"), e);
        }
    }

    private UpdateSpec update(final UpdateSpec base) {
        UpdateSpec spec = base;
        if (update != null) {
            spec = spec.withType(PulseType.named("--update", update));
        }
        if (length != null) {
            ConfigurationException.checkRange("--bl", length, 1, UpdateSpec.MOST_BL);
            spec = spec.withBl(length, spec.fixedBl());
        }
        final boolean shorter = lengthManagement == null
                ? spec.updateBlManagement() && !Boolean.FALSE.equals(management)
                : lengthManagement;
        if (shorter && Boolean.FALSE.equals(management)) {
            throw new ConfigurationException("--no-um: --ublm needs update management, so one of them has to go");
        }
        return spec.withManagement(management == null ? spec.updateManagement() : management, shorter);
    }
}
