package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code rpu}: experiments on crossbars and their devices, without a chip. */
@Command(
        name = "rpu",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "EXPERIMENT",
        description = "Studies crossbars and their devices without a chip.",
        subcommands = {RpuResponseCommand.class, RpuListCommand.class, RpuShowCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier rpu list                             device presets and types",
            "  ranvier rpu show ReRamES                     what a preset consists of, and where it is from",
            "  ranvier rpu response --preset EcRam --up 1000 --down 1000"
        })
final class RpuCommand {
    RpuCommand() {}
}
