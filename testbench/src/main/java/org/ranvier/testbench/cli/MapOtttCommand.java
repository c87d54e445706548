package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.programs.rules.OnlineMapping;
import org.ranvier.programs.rules.OnlineNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code map ottt}. */
@Command(
        name = "ottt",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows which core holds which neurons, how full its memory is, and where it sits. The hidden layer is split over as many"
                    + " cores as its weights need, a word a synapse."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ranvier map ottt", "  ranvier map ottt --hidden 400"})
final class MapOtttCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private MapSizes shape;

    @Mixin
    private ChipOptions chip;

    MapOtttCommand() {}

    @Override
    public Integer call() {
        new MapReport(new OnlineMapping(OnlineNetwork.ottt(shape.sizes(), 1, 1, 1), chip.spec()).layers(), false)
                .print(command.commandLine().getOut());
        return 0;
    }
}
