package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.programs.sfdfa.SfdfaMapping;
import org.ranvier.programs.sfdfa.SfdfaNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description = "Neurons of the hidden layers (default 100).")
    private int[] hidden = {100};

    @Option(names = "--inputs", paramLabel = "N", description = "Pixels of an image (default ${DEFAULT-VALUE}).")
    private int inputs = 784;

    @Option(names = "--classes", paramLabel = "N", description = "Neurons of the output (default ${DEFAULT-VALUE}).")
    private int classes = 10;

    @Mixin
    private SfdfaRuleOptions rule;

    @Mixin
    private ChipOptions chip;

    MapSfdfaCommand() {}

    @Override
    public Integer call() {
        final int[] sizes = new int[hidden.length + 2];
        sizes[0] = inputs;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[sizes.length - 1] = classes;
        final SfdfaNetwork network = new SfdfaNetwork(sizes, rule.rule(), rule.start(), 1);
        new MapReport(new SfdfaMapping(network, chip.spec()).layers(), false)
                .print(command.commandLine().getOut());
        return 0;
    }
}
