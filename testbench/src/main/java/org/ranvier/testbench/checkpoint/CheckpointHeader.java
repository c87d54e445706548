package org.ranvier.testbench.checkpoint;

import java.util.List;
import java.util.Map;

/**
 * What a checkpoint says about its run.
 *
 * @param program the version of the program that runs it
 * @param command the words of the command line
 * @param directory the working directory in which they were given
 * @param inputs hashes of what the run reads, by what it is; see {@link Inputs}
 * @param samples samples done so far
 * @param finished whether the run is over and its results are written
 */
public record CheckpointHeader(
        String program,
        List<String> command,
        String directory,
        Map<String, String> inputs,
        long samples,
        boolean finished) {
    /** Takes copies. */
    public CheckpointHeader {
        command = List.copyOf(command);
    }

    /** The same run, further on. */
    CheckpointHeader at(final long done) {
        return new CheckpointHeader(program, command, directory, inputs, done, false);
    }

    /** The same run, over. */
    CheckpointHeader over(final long done) {
        return new CheckpointHeader(program, command, directory, inputs, done, true);
    }
}
