package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ranvier.testbench.checkpoint.Checkpoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Goes on with a run that was killed, from its last checkpoint, or from its beginning when it was killed before the"
                    + " first; its results are the bytes that it would have had.",
            "The command is that of the run: give it in the same working directory, with the same data and files. A run that is"
                    + " finished stays as it is."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ranvier train ssnn-bp --checkpoint-every 2000 --out runs/a",
            "  ranvier resume runs/a                            after it was killed, as often as needed"
        })
final class ResumeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "DIR", description = "Where the run writes its results.")
    private Path directory;

    ResumeCommand() {}

    @Override
    public Integer call() {
        final Checkpoint checkpoint = Checkpoint.load(directory, Version.number());
        if (checkpoint.header().finished()) {
            command.commandLine().getOut().printf("%s: the run is finished, its results are there.%n", directory);
            return 0;
        }
        return Main.resume(checkpoint, command);
    }
}
