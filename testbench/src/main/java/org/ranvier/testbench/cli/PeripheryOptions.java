package org.ranvier.testbench.cli;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.rpu.Periphery;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.PulseType;
import org.ranvier.rpu.update.UpdateSpec;
import org.ranvier.testbench.config.UpdateChoice;
import org.ranvier.testbench.rpu.NamedSet;
import org.ranvier.testbench.rpu.Preset;
import picocli.CommandLine.Option;

/** The options that say how crossbars handle values: converters and pulse generators. */
final class PeripheryOptions {
    @Option(
            names = "--io",
            paramLabel = "NAME",
            description =
                    "Converters of both reads: perfect, default, preset or standard; default: those of the device's preset, else the chip's, preset"
                            + " (7-bit drivers, 9-bit converters).")
    private String io;

    @Option(
            names = "--update",
            paramLabel = "TYPE",
            description = "How vectors become pulses: StochasticCompressed, Stochastic, MeanCount or"
                    + " DeterministicImplicit; default: the preset's, else the chip's, StochasticCompressed.")
    private String update;

    @Option(
            names = "--bl",
            paramLabel = "N",
            description = "Slots of an update, its most with --ublm; default: the preset's, else the chip's, 31.")
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

    /**
     * Says whose periphery is in use: the preset's, but a chip file that asks for another than the usual one has its way.
     *
     * @param chip the chip
     * @param preset the preset of the devices
     * @return e.g. {@code of GokmenVlasov}
     */
    String origin(final ChipSpec chip, final Preset preset) {
        final boolean told =
                io != null || update != null || length != null || management != null || lengthManagement != null;
        return (taken(chip, preset) ? "of " + preset.name() : "of the chip") + (told ? ", changed by options" : "");
    }

    private static boolean taken(final ChipSpec chip, final Preset preset) {
        final Periphery base = chip.tile().periphery();
        return base.equals(Periphery.defaults()) && !preset.update().name().equals(NamedSet.NONE);
    }

    /** @return the chip with the periphery of the preset and what the options override */
    ChipSpec apply(final ChipSpec chip, final Preset preset) {
        final Periphery own = chip.tile().periphery();
        final Periphery base = taken(chip, preset) ? preset.periphery(own) : own;
        final Periphery periphery = base.withUpdate(update(base.update()));
        return chip.withTile(chip.tile().withPeriphery(io == null ? periphery : periphery.withReads(reads(io))));
    }

    /** Finds the reads that --io names. */
    static ReadSpec reads(final String name) {
        try {
            return ReadSpec.named(name);
        } catch (final ConfigurationException e) {
            throw new ConfigurationException(e.getMessage().replace("read periphery", "--io"), e);
        }
    }

    private UpdateSpec update(final UpdateSpec base) {
        final PulseType type = update == null ? null : PulseType.named("--update", update);
        return new UpdateChoice(type, length, management, lengthManagement).apply(base, "--bl");
    }
}
