package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code energy}: the profiles that price a run. */
@Command(
        name = "energy",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows energy profiles: what events and operations cost, and who says so.",
        subcommands = {EnergyListCommand.class, EnergyShowCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier energy list                  profiles, and what they price",
            "  ranvier energy show loihi-sanafe     prices, times, conditions and sources",
            "  ranvier fidelity energy              how far profiles are from measurements"
        })
final class EnergyCommand {
    EnergyCommand() {}
}
