package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code regress}: recorded runs. */
@Command(
        name = "regress",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "record|check",
        description =
                "Records a run event by event, and later names the first event in which another one departs from it.",
        subcommands = {RegressRecordCommand.class, RegressCheckCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier regress record golden -- train ssnn-bp --train-samples 50 --test-samples 50 --epochs 1",
            "  ranvier regress check golden",
            "  ranvier regress check golden --fault flip-bit@100000       what it says of a broken chip"
        })
final class RegressCommand {
    RegressCommand() {}
}
