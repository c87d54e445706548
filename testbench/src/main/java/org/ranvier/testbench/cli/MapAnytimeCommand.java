package org.ranvier.testbench.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.ranvier.programs.anytime.AnytimeMapping;
import org.ranvier.programs.anytime.AnytimeNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code map anytime}. */
@Command(
        name = "anytime",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Shows which core holds which neurons of anytime inference, how full its memory is, and where it sits.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier map anytime --hidden 300",
            "  ranvier map anytime --hidden 64,64,64 --chip chips/default.yaml"
        })
final class MapAnytimeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private MapSizes shape;

    @Option(names = "--ticks", paramLabel = "T", description = "Ticks of an image (default ${DEFAULT-VALUE}).")
    private int ticks = 10;

    @Mixin
    private CodingOptions coding;

    @Mixin
    private ChipOptions chip;

    MapAnytimeCommand() {}

    @Override
    public Integer call() {
        final int[] sizes = shape.sizes();
        final int[] thresholds = new int[sizes.length - 2];
        Arrays.fill(thresholds, 1);
        final AnytimeNetwork network = new AnytimeNetwork(sizes, ticks, coding.coding(), thresholds, 1);
        new MapReport(new AnytimeMapping(network, chip.spec(), false).layers(), false)
                .print(command.commandLine().getOut());
        return 0;
    }
}
