package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code rpu}: experiments on crossbars, their devices and periphery, without a chip. */
@Command(
        name = "rpu",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "EXPERIMENT",
        description = "Studies crossbars and their devices without a chip.",
        subcommands = {
            RpuResponseCommand.class,
            RpuOuterProductCommand.class,
            RpuListCommand.class,
            RpuShowCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier rpu list                             device presets and types",
            "  ranvier rpu show ReRamES                     what a preset consists of, and where it is from",
            "  ranvier rpu response --preset EcRam --up 1000 --down 1000",
            "  ranvier rpu outer-product --x 1,.8 --d .02,-.5 --lr .01 --bl 10 --out moments.csv"
        })
final class RpuCommand {
    RpuCommand() {}
}
