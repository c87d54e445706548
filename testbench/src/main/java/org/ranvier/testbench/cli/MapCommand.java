package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code map}: rules whose networks can be mapped. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "RULE",
        description = "Shows which core holds what.",
        subcommands = {
            MapSsnnBpCommand.class,
            MapSfdfaCommand.class,
            MapFoStdgdCommand.class,
            MapAnytimeCommand.class,
            MapOtttCommand.class,
            MapEpropCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier map ssnn-bp --hidden 300",
            "  ranvier map sfdfa --hidden 100",
            "  ranvier map fo-stdgd --hidden 200"
        })
final class MapCommand {
    MapCommand() {}
}
