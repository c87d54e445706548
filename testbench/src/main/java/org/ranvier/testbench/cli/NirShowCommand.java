package org.ranvier.testbench.cli;

import java.util.concurrent.Callable;
import org.ranvier.testbench.nir.file.NirFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nir show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Prints nodes in the order of execution with types, shapes and parameters, edges, totals, and what is not supported.",
        footerHeading = "%nExamples:%n",
        footer = {"  ranvier nir show net.nir", "  ranvier nir show net.nir --alias lif1/lif=lif1/lif1"})
final class NirShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private NirFileOptions file;

    NirShowCommand() {}

    @Override
    public Integer call() {
        final NirFile content = file.read();
        spec.commandLine().getOut().print(NirTable.of(content, file.network(content)));
        return 0;
    }
}
