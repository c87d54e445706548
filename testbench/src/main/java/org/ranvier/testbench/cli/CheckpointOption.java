package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.checkpoint.Checkpoint;
import org.ranvier.testbench.checkpoint.CheckpointHeader;
import org.ranvier.testbench.checkpoint.Checkpoints;
import org.ranvier.testbench.checkpoint.Inputs;
import org.ranvier.testbench.data.ImageSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

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
     * Gives the checkpoints of a run.
     *
     * @param command the command that runs it
     * @param directory where its results go
     * @param images what it reads, apart from the files that the command names
     * @return they
     * @throws ConfigurationException when it resumes another run, or reads something else than that did
     */
    Checkpoints checkpoints(final CommandSpec command, final Path directory, final ImageSet... images) {
        if (every == null) {
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
        final ParseResult parsed = command.root().commandLine().getParseResult();
        InputFiles.add(parsed, inputs);
        final List<String> words = parsed.originalArgs();
        final String here = Path.of("").toAbsolutePath().toString();
        final CheckpointHeader header = new CheckpointHeader(Version.number(), words, here, inputs.hashes(), 0, false);
        final Checkpoint resumed = Main.resumed(command);
        return resumed == null
                ? Checkpoints.of(directory, every, header)
                : Checkpoints.resumed(directory, every, header, resumed);
    }
}
