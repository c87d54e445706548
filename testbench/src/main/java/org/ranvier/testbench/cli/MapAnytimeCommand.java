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

    @Option(
            names = "--hidden",
            paramLabel = "N",
            split = ",",
            description = "Neurons of the hidden layers (default 100).")
    private int[] hidden = {100};

    @Option(names = "--inputs", paramLabel = "N", description = "Pixels of an image (default ${DEFAULT-VALUE}).")
    private int inputs = 784;

    @Option(names = "--classes", paramLabel = "N", description = "Classes (default ${DEFAULT-VALUE}).")
    private int classes = 10;

    @Option(names = "--ticks", paramLabel = "T", description = "Ticks of an image (default ${DEFAULT-VALUE}).")
    private int ticks = 10;

    @Mixin
    private CodingOptions coding;

    @Mixin
    private ChipOptions chip;

    MapAnytimeCommand() {}

    @Override
    public Integer call() {
        final int[] sizes = new int[hidden.length + 2];
        sizes[0] = inputs;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[sizes.length - 1] = classes;
        final int[] thresholds = new int[hidden.length];
        Arrays.fill(thresholds, 1);
        final AnytimeNetwork network = new AnytimeNetwork(sizes, ticks, coding.coding(), thresholds, 1);
        new MapReport(new AnytimeMapping(network, chip.spec(), false).layers(), false)
                .print(command.commandLine().getOut());
        return 0;
    }
}
