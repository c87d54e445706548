package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.programs.sfdfa.SfdfaMapping;
import org.ranvier.programs.sfdfa.SfdfaNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code map sfdfa}. */
@Command(
        name = "sfdfa",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows which core holds which neurons, how full its memory is, and where it sits. Layers are split over as many cores"
                    + " as their synapses need: weight, eligibility and the term of later spikes, a word each."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier map sfdfa",
            "  ranvier map sfdfa --hidden 200 --intra-neuron off --weight-bits 8",
            "  ranvier map sfdfa --hidden 100,50 --chip chips/default.yaml"
        })
final class MapSfdfaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private MapSizes shape;

    @Mixin
    private SfdfaRuleOptions rule;

    @Mixin
    private ChipOptions chip;

    MapSfdfaCommand() {}

    @Override
    public Integer call() {
        final int[] sizes = shape.sizes();
        final SfdfaNetwork network = new SfdfaNetwork(sizes, rule.rule(), rule.start(), 1);
        new MapReport(new SfdfaMapping(network, chip.spec()).layers(), false)
                .print(command.commandLine().getOut());
        return 0;
    }
}
