package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.programs.ssnnbp.SsnnBpMapping;
import org.ranvier.programs.ssnnbp.SsnnBpNetwork;
import org.ranvier.rpu.device.IdealDevice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code map ssnn-bp}. */
@Command(
        name = "ssnn-bp",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows which core holds which neurons, how full its array and memory are, and where it sits.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier map ssnn-bp --hidden 300",
            "  ranvier map ssnn-bp --hidden 500,200 --chip chips/default.yaml"
        })
final class MapSsnnBpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private MapSizes shape;

    @Option(names = "--ticks", paramLabel = "N", description = "Learning ticks of an image (default ${DEFAULT-VALUE}).")
    private int ticks = 16;

    @Option(
            names = "--align",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether there are delay lines (default ${DEFAULT-VALUE}).")
    private boolean align = true;

    @Mixin
    private ChipOptions chip;

    MapSsnnBpCommand() {}

    @Override
    public Integer call() {
        final int[] sizes = shape.sizes();
        final int layers = sizes.length - 1;
        final SsnnBpNetwork network = new SsnnBpNetwork(
                sizes, ticks, align, 1, new int[layers], new int[layers - 1], 1, IdealDevice.defaults());
        new MapReport(new SsnnBpMapping(network, chip.spec()).layers(), true)
                .print(command.commandLine().getOut());
        return 0;
    }
}
