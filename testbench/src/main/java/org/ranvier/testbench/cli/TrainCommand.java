package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code train}: the learning rules that can be trained. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "RULE",
        description = "Trains a network on a simulated chip.",
        subcommands = {
            TrainSsnnBpCommand.class,
            TrainRpuSgdCommand.class,
            TrainSfdfaCommand.class,
            TrainFoStdgdCommand.class,
            TrainOtttCommand.class,
            TrainEpropCommand.class,
            TrainAnytimeCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = "  ranvier train ssnn-bp --help   the rule's options")
final class TrainCommand {
    TrainCommand() {}
}
