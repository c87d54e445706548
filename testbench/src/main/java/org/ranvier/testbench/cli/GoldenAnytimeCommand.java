package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.golden.AnytimeGolden;
import org.ranvier.testbench.golden.SampleFile;
import org.ranvier.testbench.train.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code golden anytime}. */
@Command(
        name = "anytime",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs training images on the chip, those that a file names by its keys sampleN, and prints one JSON object. Each"
                    + " sample has the keys",
            "  label                           its class",
            "  in_spikes_per_tick, C_total     spikes of the integrate-and-fire encoder",
            "  LIF_spikes_per_tick             spikes of 20 leaky integrate-and-fire neurons",
            "  Y_final                         accumulated logits after 16 ticks",
            "  gap_per_tick, argmax_per_tick   difference of the two largest, and the class of the largest",
            "  stop_tick_beta80                the tick at which the chip stops when a gap of 80 is to be exceeded"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier golden anytime --vector fostr_golden.json",
            "  ranvier golden anytime --vector fostr_golden.json --data-dir DIR     images beyond the 10,000 embedded ones"
        })
final class GoldenAnytimeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--vector", required = true, paramLabel = "FILE.json", description = "Names the samples.")
    private Path vector;

    @Mixin
    private DataOptions data;

    @Mixin
    private ChipOptions chip;

    GoldenAnytimeCommand() {}

    @Override
    public Integer call() {
        final SampleFile file = SampleFile.read(vector);
        final ImageSet train = data.load("mnist").requireTrain();
        final AnytimeGolden golden = new AnytimeGolden(chip.spec());
        final Map<String, Object> results = new LinkedHashMap<>();
        for (final int image : file.images(train)) {
            results.put(SampleFile.key(image), golden.run(train, image));
        }
        command.commandLine().getOut().println(Json.line(results));
        return 0;
    }
}
