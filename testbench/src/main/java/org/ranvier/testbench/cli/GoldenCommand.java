package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code golden}: rules whose runs can be compared bit for bit. */
@Command(
        name = "golden",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "RULE",
        description =
                "Runs a few images on the chip and prints what must be equal, bit for bit, in every implementation.",
        subcommands = {
            GoldenSsnnBpCommand.class,
            GoldenSfdfaCommand.class,
            GoldenFoStdgdCommand.class,
            GoldenAnytimeCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier golden ssnn-bp --sizes 784-20-10 --seed 7 --ticks 6 --dw 1/256 --images 5",
            "  ranvier golden sfdfa --vector chip_golden.json",
            "  ranvier golden fo-stdgd --vector fostr_golden.json",
            "  ranvier golden anytime --vector fostr_golden.json"
        })
final class GoldenCommand {
    GoldenCommand() {}
}
