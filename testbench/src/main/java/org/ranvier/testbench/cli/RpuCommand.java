package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code rpu}: experiments on crossbars, their devices and periphery, without a chip. */
@Command(
        name = "rpu",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "EXPERIMENT",
        description = "Studies crossbars alone, without a chip: what devices, updates and periphery do.",
        subcommands = {
            RpuResponseCommand.class,
            RpuOuterProductCommand.class,
            RpuForwardCommand.class,
            RpuValidateCommand.class,
            RpuListCommand.class,
            RpuShowCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier rpu list                             device presets and types",
            "  ranvier rpu show ReRamES                     what a preset consists of, and where it is from",
            "  ranvier rpu response --preset EcRam --up 1000 --down 1000",
            "  ranvier rpu outer-product --x 1,.5,-.3 --d .1,-1 --lr .01 --bl 10 --out moments.csv",
            "  ranvier rpu forward --io default --rows 784 --cols 256",
            "  ranvier rpu validate --reference DIR         how far all this is from another simulator's measurements"
        })
final class RpuCommand {
    RpuCommand() {}
}
