package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.programs.rules.OnlineMapping;
import org.ranvier.programs.rules.OnlineNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code map eprop}. */
@Command(
        name = "eprop",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows which core holds which neurons, how full its memory is, and where it sits. The hidden layer is split over as many"
                    + " cores as its synapses need: weight, filtered eligibility and change, a word each, and one more with ALIF."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  ranvier map eprop", "  ranvier map eprop --hidden 200 --neuron alif"})
final class MapEpropCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private MapSizes shape;

    @Mixin
    private EpropRuleOptions rule;

    @Mixin
    private ChipOptions chip;

    MapEpropCommand() {}

    @Override
    public Integer call() {
        new MapReport(
                        new OnlineMapping(OnlineNetwork.eprop(shape.sizes(), 1, rule.rule(), 1), chip.spec()).layers(),
                        false)
                .print(command.commandLine().getOut());
        return 0;
    }
}
