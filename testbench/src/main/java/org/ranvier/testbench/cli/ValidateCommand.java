package org.ranvier.testbench.cli;

import picocli.CommandLine.Command;

/** {@code validate}: rules whose published claims can be measured again. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "RULE",
        description = "Measures the claims that a rule was published with.",
        subcommands = ValidateFoStdgdCommand.class,
        footerHeading = "%nExamples:%n",
        footer = "  ranvier validate fo-stdgd     orders of the derivative against learning rates")
final class ValidateCommand {
    ValidateCommand() {}
}
