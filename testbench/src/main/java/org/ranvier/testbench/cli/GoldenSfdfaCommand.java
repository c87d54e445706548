package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranvier.testbench.golden.SfdfaGolden;
import org.ranvier.testbench.golden.SfdfaVector;
import org.ranvier.testbench.train.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code golden sfdfa}. */
@Command(
        name = "sfdfa",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Learns one sample of SFDFA on the chip, from a file, and prints one JSON object with the keys",
            "  hidden_spikes, out_spikes   [step, neuron], by step then neuron",
            "  state_end                   E and r (Q13), u and I (Q16) of both layers, d (Q10), z and alpha of the inputs (Q16),",
            "                              after the last step and before any learning",
            "  e, B_after                  errors of the outputs; feedback, hidden x outputs (Q16)",
            "  w1_after, w2_after          weights, post x pre (Q10), stochastically rounded",
            "The file is a JSON object with w1, w2 (post x pre, Q10), in_spikes (axons by step), p (a sign per hidden neuron),"
                    + " target_label, targets, theta1, theta2 (Q16), T, km, ks (decay shifts), lrb_shift, and maybe s1, s2 (2),"
                    + " reg (410, Q12) and f_star (13107, Q16)."
        },
        footerHeading = "%nExamples:%n",
        footer = "  ranvier golden sfdfa --vector chip_golden.json")
final class GoldenSfdfaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Option(names = "--vector", required = true, paramLabel = "FILE.json", description = "The sample.")
    private Path vector;

    @Mixin
    private ChipOptions chip;

    GoldenSfdfaCommand() {}

    @Override
    public Integer call() {
        final SfdfaGolden golden = new SfdfaGolden(SfdfaVector.read(vector), chip.spec());
        command.commandLine().getOut().println(Json.line(golden.run()));
        return 0;
    }
}
