package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.fidelity.FidelityTable;
import org.ranvier.testbench.fidelity.Outcome;
import org.ranvier.testbench.fidelity.SiliconCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fidelity energy}: energy profiles against published measurements. */
@Command(
        name = "energy",
        mixinStandardHelpOptions = true,
        description = {
            "Prices what chips did in published measurements and prints model, published value and error of each; the exit code is 3"
                    + " when an error exceeds its bound.",
            "Nothing is fitted here. relation says what a case can show: fit - the profile comes from this value; same source - from"
                    + " its source; held out - from its source, but not used for it; other source - measured by others."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier fidelity energy",
            "  ranvier fidelity energy --case truenorth-20hz,loihi-knn-low",
            "  ranvier fidelity energy --out fidelity.csv",
            "  ranvier fidelity energy --cases mine.yaml      measurements of your own, docs/validation/energy.md has the form"
        })
final class FidelityEnergyCommand implements Callable<Integer> {
    private static final int DIFFERENT = 3;

    @Spec
    private CommandSpec spec;

    @Option(names = "--case", split = ",", paramLabel = "NAME", description = "These cases (default: all).")
    private List<String> names = List.of();

    @Option(
            names = "--cases",
            paramLabel = "FILE.yaml",
            description = "Cases from a file (default: the built-in ones).")
    private Path cases;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write the table, all digits, to a file as well.")
    private Path out;

    FidelityEnergyCommand() {}

    @Override
    public Integer call() {
        if (out != null) {
            OutputFile.requireWritable("--out", out);
        }
        final SiliconCases known = cases == null ? SiliconCases.builtIn() : SiliconCases.read(cases);
        final List<Outcome> outcomes =
                known.named(names).stream().map(Outcome::of).toList();
        spec.commandLine().getOut().print(FidelityTable.text(outcomes));
        if (out != null) {
            OutputFile.write(out, FidelityTable.csv(outcomes));
        }
        return outcomes.stream().allMatch(Outcome::within) ? 0 : DIFFERENT;
    }
}
