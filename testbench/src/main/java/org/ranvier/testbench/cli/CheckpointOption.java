package org.ranvier.testbench.cli;

import java.nio.file.Path;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.checkpoint.Checkpoint;
import org.ranvier.testbench.checkpoint.CheckpointHeader;
import org.ranvier.testbench.checkpoint.Checkpoints;
import org.ranvier.testbench.checkpoint.Inputs;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.data.ImageSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that has a run saved as it goes. */
final class CheckpointOption {
    static final String NAME = "--checkpoint-every";

    @Option(
            names = NAME,
            paramLabel = "N",
            description =
                    "Save the run in DIR/checkpoint every N training images and after every test; when it is killed,"
                            + " ranvier resume DIR goes on from there, with the same results.")
    private Integer every;

    /** @return training images between two checkpoints, or null for none */
    Integer every() {
        return every;
    }

    /**
     * Gives the checkpoints of a run, whose directory is made unless it has to be there.
     *
     * @param command the command that runs it
     * @param directory where its results go
     * @param images what it reads, apart from the files that the command names
     * @return they
     * @throws ConfigurationException when it resumes another run, or reads something else than that did
     */
    Checkpoints checkpoints(final CommandSpec command, final Path directory, final ImageSet... images) {
        if (every == null) {
            OutputFile.requireDirectory("--out", directory);
            return Checkpoints.none(directory);
        }
        ConfigurationException.checkRange(NAME, every, 1, Integer.MAX_VALUE);
        if (command.commandLine().getParseResult().hasMatchedOption("--trace")) {
            throw new ConfigurationException(
                    NAME + ": not together with --trace, since a trace cannot be gone on with in another process");
        }
        final Inputs inputs = new Inputs();
        for (final ImageSet set : images) {
            inputs.images(set);
        }
        InputFiles.add(command.root().commandLine().getParseResult(), inputs);
        final String here = Path.of("").toAbsolutePath().toString();
        final CheckpointHeader header =
                new CheckpointHeader(Version.number(), Main.words(command), here, inputs.hashes(), 0, false);
        final Checkpoint resumed = Main.resumed(command);
        if (resumed != null) {
            return Checkpoints.resumed(directory, every, header, resumed);
        }
        OutputFile.requireDirectory("--out", directory);
        return Checkpoints.of(directory, every, header);
    }
}
