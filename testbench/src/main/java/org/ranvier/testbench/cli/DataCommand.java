package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code data}: looks at data sets. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list|check|show",
        description = "Looks at data sets: recordings of event cameras and cochleas, and images.",
        subcommands = {DataListCommand.class, DataCheckCommand.class, DataShowCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier data list                                   formats, and what they expect",
            "  ranvier data check SHD                              counts, ranges and what is odd in a folder",
            "  ranvier data show SHD --part test --sample 3        a sample in the terminal",
            "  ranvier data show nmnist.zip --out three.png        a sample as a picture"
        })
final class DataCommand {
    DataCommand() {}
}
