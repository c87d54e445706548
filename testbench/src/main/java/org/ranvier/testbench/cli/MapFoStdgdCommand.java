package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.programs.fostdgd.FoStdgdMapping;
import org.ranvier.programs.fostdgd.FoStdgdNetwork;
import org.ranvier.programs.fostdgd.FoStdgdRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code map fo-stdgd}. */
@Command(
        name = "fo-stdgd",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows which core holds which neurons, how full its memory is, and where it sits. Layers are split over as many cores"
                    + " as their synapses need, three bytes each: weight and code of the last step; or by columns of crossbars,"
                    + " when separable."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier map fo-stdgd",
            "  ranvier map fo-stdgd --hidden 200,50 --eligibility exact",
            "  ranvier map fo-stdgd --eligibility separable --hidden 300"
        })
final class MapFoStdgdCommand implements Callable<Integer> {
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
    private FoStdgdRuleOptions rule;

    @Mixin
    private ChipOptions chip;

    MapFoStdgdCommand() {}

    @Override
    public Integer call() {
        final int[] sizes = new int[hidden.length + 2];
        sizes[0] = inputs;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[sizes.length - 1] = classes;
        final FoStdgdRule form = rule.rule();
        final FoStdgdNetwork network = new FoStdgdNetwork(sizes, form, rule.gains()[0], rule.gains()[1], 1, null);
        new MapReport(new FoStdgdMapping(network, chip.spec()).layers(), form.crossbars())
                .print(command.commandLine().getOut());
        return 0;
    }
}
