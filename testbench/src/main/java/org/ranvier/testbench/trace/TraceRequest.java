package org.ranvier.testbench.trace;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        final Set<Path> different = new HashSet<>();
        for (final Path file : files) {
            TraceFormat.of(file);
            OutputFile.requireWritable("--trace", file);
            if (!different.add(file.toAbsolutePath().normalize())) {
                throw ConfigurationException.of("--trace", file + " twice", "each file once");
            }
        }
        if (files.isEmpty() && !window.equals(TraceWindow.ALL)) {
            throw new ConfigurationException(
                    "--trace-from, --trace-to and --trace-cores say what --trace shows, and there is no --trace");
        }
    }
}
