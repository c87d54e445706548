package org.ranvier.testbench.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.energy.EnergyProfile;

/**
 * What a command line asks for.
 *
 * @param files where traces go; none when nothing is traced
 * @param window what they show
 * @param profile what events cost; null when nothing is traced
 */
public record TraceRequest(List<Path> files, TraceWindow window, EnergyProfile profile) {
    /** Nothing is traced. */
    public static final TraceRequest NONE = new TraceRequest(List.of(), TraceWindow.ALL, null);

    /** Checks extensions, that each file is named once and that it can be written. */
    public TraceRequest {
        files = List.copyOf(files);
        for (final Path file : files) {
            TraceFormat.of(file);
            OutputFile.requireWritable("--trace", file);
        }
        requireDifferent(files);
        if (files.isEmpty() && !window.equals(TraceWindow.ALL)) {
            throw new ConfigurationException(
                    "--trace-from, --trace-to and --trace-cores say what --trace shows, and there is no --trace");
        }
    }

    private static void requireDifferent(final List<Path> files) {
        final List<Path> real = files.stream().map(TraceRequest::real).toList();
        for (int i = 0; i < real.size(); i++) {
            if (real.subList(0, i).contains(real.get(i))) {
                throw ConfigurationException.of("--trace", files.get(i) + " twice", "each file once");
            }
            for (int other = 0; other < real.size(); other++) {
                if (TraceFormat.of(real.get(other)).isNumbered(real.get(i), real.get(other))) {
                    throw ConfigurationException.of(
                            "--trace",
                            files.get(i),
                            "another name: a further chip of " + files.get(other) + " goes there");
                }
            }
        }
    }

    /** The file's name in the directory that its path leads to, links followed. */
    private static Path real(final Path file) {
        final Path path = file.toAbsolutePath();
        try {
            return path.getParent().toRealPath().resolve(path.getFileName());
        } catch (final IOException e) {
            return path.normalize();
        }
    }
}
