package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.programs.fostdgd.FoStdgdMapping;
import org.ranvier.programs.fostdgd.FoStdgdNetwork;
import org.ranvier.programs.fostdgd.FoStdgdRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private MapSizes shape;

    @Mixin
    private FoStdgdRuleOptions rule;

    @Mixin
    private ChipOptions chip;

    MapFoStdgdCommand() {}

    @Override
    public Integer call() {
        final int[] sizes = shape.sizes();
        final FoStdgdRule form = rule.rule();
        final FoStdgdNetwork network = new FoStdgdNetwork(sizes, form, rule.gains()[0], rule.gains()[1], 1, null);
        new MapReport(new FoStdgdMapping(network, chip.spec()).layers(), form.crossbars())
                .print(command.commandLine().getOut());
        return 0;
    }
}
