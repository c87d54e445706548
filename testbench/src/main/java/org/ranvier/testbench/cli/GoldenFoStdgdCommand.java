package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ranvier.testbench.data.ImageSet;
import org.ranvier.testbench.golden.FoStdgdGolden;
import org.ranvier.testbench.golden.GainTables;
import org.ranvier.testbench.golden.SampleFile;
import org.ranvier.testbench.train.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code golden fo-stdgd}. */
@Command(
        name = "fo-stdgd",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs training images on the chip, those that a file names by its keys sampleN, and prints one JSON object. Each"
                    + " sample has the keys",
            "  label                           its class",
            "  in_spikes_per_tick, C_total     spikes of the integrate-and-fire encoder",
            "  IF_spikes_per_tick              spikes of 20 nonleaky integrate-and-fire neurons",
            "  IF_N, IF_u_final                spikes of each, and its potential after the last tick",
            "  IF_ISI_ticks_sum                ticks of its closed intervals",
            "  sum_closed_X                    encoder spikes in them",
            "A key of the file that begins with gain_tables gives the gain tables that the cores hold for its orders, with the eps"
                    + " of its name (eps1e-3), which is 1e-3 otherwise."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier golden fo-stdgd --vector fostr_golden.json",
            "  ranvier golden fo-stdgd --vector fostr_golden.json --data-dir DIR    images beyond the 10,000 embedded ones"
        })
final class GoldenFoStdgdCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(
            names = "--vector",
            required = true,
            paramLabel = "FILE.json",
            description = "Names the samples and orders.")
    private Path vector;

    @Mixin
    private DataOptions data;

    @Mixin
    private ChipOptions chip;

    GoldenFoStdgdCommand() {}

    @Override
    public Integer call() {
        final SampleFile file = SampleFile.read(vector);
        final GainTables tables = GainTables.read(vector);
        final ImageSet train = data.load("mnist").requireTrain();
        final FoStdgdGolden golden = new FoStdgdGolden(chip.spec());
        final Map<String, Object> results = new LinkedHashMap<>();
        for (final int image : file.images(train)) {
            results.put(SampleFile.key(image), golden.run(train, image));
        }
        results.putAll(tables.run(chip.spec()));
        command.commandLine().getOut().println(Json.line(results));
        return 0;
    }
}
