package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.testbench.energy.EnergyProfiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code energy show}: every number of a profile with its source. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Prints an energy profile: each number with its unit, conditions, source and derivation, and what has no price.",
        footerHeading = "%nExamples:%n",
        footer = {"  ranvier energy show rpu-45nm", "  ranvier energy show odin", "  ranvier energy show mine.yaml"})
final class EnergyShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME|FILE.yaml", description = "A profile of ranvier energy list, or a file.")
    private String name;

    EnergyShowCommand() {}

    @Override
    public Integer call() {
        ProfileText.print(spec.commandLine().getOut(), EnergyProfiles.load(name));
        return 0;
    }
}
