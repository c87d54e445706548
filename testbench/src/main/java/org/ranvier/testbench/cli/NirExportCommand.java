package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.nir.export.Exported;
import org.ranvier.testbench.nir.file.NirWriter;
import org.ranvier.testbench.nir.run.RunRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code nir export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes a network that ssnn-bp, sfdfa or anytime trained as NIR, and says what NIR cannot express of it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier nir export runs/anytime-mnist                    the model of a training run, to its net.nir",
            "  ranvier nir export digits.model --out digits.nir         a model that train --save wrote"
        })
final class NirExportCommand implements Callable<Integer> {
    private static final double LONGEST = 1e3;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR|MODEL", description = "The directory of a training run, or a model.")
    private Path model;

    @Option(names = "--dt", paramLabel = "S", description = "What a tick lasts, seconds (default ${DEFAULT-VALUE}).")
    private double dt = RunRules.DEFAULT_DT;

    @Option(names = "--out", paramLabel = "FILE.nir", description = "The file (default DIR/net.nir, MODEL.nir).")
    private Path out;

    NirExportCommand() {}

    @Override
    public Integer call() {
        ConfigurationException.checkRange("--dt", dt, 1e-12, LONGEST);
        final Path file = out == null ? beside() : out;
        OutputFile.requireWritable("--out", file);
        final Exported exported = Exported.of(model, dt);
        NirWriter.write(file, exported.graph());
        final PrintWriter print = spec.commandLine().getOut();
        exported.notes().forEach(print::println);
        print.printf("Run it with: ranvier nir run %s --input FILE.csv %s%n", file, exported.options());
        print.printf("Wrote %s.%n", file);
        return 0;
    }

    private Path beside() {
        return Files.isDirectory(model) ? model.resolve("net.nir") : model.resolveSibling(model.getFileName() + ".nir");
    }
}
