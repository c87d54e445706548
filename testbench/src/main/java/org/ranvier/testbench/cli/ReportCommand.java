package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranvier.testbench.report.ReportFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a report of a run: one HTML file, DIR/report.html, which needs no network.",
            "It is made of the summary.json and report-data.json that train leaves in its directory."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train ssnn-bp --train-samples 500 --test-samples 500 --epochs 2 --out runs/a",
            "  ranvier report runs/a                            writes runs/a/report.html",
            "  ranvier train sfdfa --report                     both at once"
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "DIR", description = "Where a run wrote its results.")
    private Path directory;

    ReportCommand() {}

    @Override
    public Integer call() {
        command.commandLine().getOut().printf("Wrote %s.%n", ReportFile.write(directory));
        return 0;
    }
}
