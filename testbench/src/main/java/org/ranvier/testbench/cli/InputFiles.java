package org.ranvier.testbench.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.ranvier.testbench.checkpoint.Inputs;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Finds the files that a command line names as its inputs: chips, devices, energy profiles and whatever else. */
final class InputFiles {
    /** Options whose files a command writes. */
    private static final Set<String> OUTPUTS = Set.of("--packets", "--save", "--trace");

    private InputFiles() {}

    /** Adds them, each under the option that names it. */
    static void add(final ParseResult parsed, final Inputs inputs) {
        for (final OptionSpec option : parsed.matchedOptions()) {
            if (!OUTPUTS.contains(option.longestName())) {
                option.originalStringValues().forEach(value -> add(option.longestName(), value, inputs));
            }
        }
        if (parsed.hasSubcommand()) {
            add(parsed.subcommand(), inputs);
        }
    }

    /** A device may have options of its own behind a colon. */
    private static void add(final String option, final String value, final Inputs inputs) {
        final int colon = value.indexOf(".yaml:");
        final String name = colon < 0 ? value : value.substring(0, value.indexOf(':', colon));
        try {
            final Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                inputs.file(option, file);
            }
        } catch (final InvalidPathException e) {
            return;
        }
    }
}
