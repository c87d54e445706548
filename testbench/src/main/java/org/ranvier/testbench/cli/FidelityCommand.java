package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code fidelity}: models against published measurements of silicon. */
@Command(
        name = "fidelity",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "SUITE",
        description = "Compares models with published measurements of silicon.",
        subcommands = FidelityEnergyCommand.class,
        footerHeading = "%nExamples:%n",
        footer =
                "  ranvier fidelity energy     power, energy and barrier times of ODIN, TrueNorth, Loihi and SpiNNaker")
final class FidelityCommand {
    FidelityCommand() {}
}
