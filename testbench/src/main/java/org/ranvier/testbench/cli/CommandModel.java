package org.ranvier.testbench.cli;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.nio.file.Path;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.ChipFile;
import org.ranvier.testbench.sweep.CommandSurface;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** A command of this program as a sweep sees it. */
final class CommandModel implements CommandSurface {
    private static final String CHIP = "chip";

    private final CommandLine program = Main.model();
    private final CommandLine command;

    /**
     * Finds a command.
     *
     * @param words a command line
     * @throws ConfigurationException when it begins with none that a sweep can run
     */
    CommandModel(final List<String> words) {
        CommandLine found = program;
        for (final String word : words) {
            final CommandLine inner = found.getSubcommands().get(word);
            if (inner == null) {
                break;
            }
            found = inner;
        }
        if (found == program || found.getCommand() instanceof SweepCommand) {
            throw ConfigurationException.of(
                    "command", words.get(0), "a command line of ranvier such as train ssnn-bp, without ranvier");
        }
        command = found;
    }

    @Override
    public String name() {
        return command.getCommandSpec().qualifiedName();
    }

    @Override
    public Kind kind(final String option) {
        final OptionSpec spec = command.getCommandSpec().findOption("--" + option);
        if (spec == null) {
            return Kind.NONE;
        }
        return spec.type() == Path.class
                        || spec.paramLabel().contains("FILE")
                        || spec.description().length > 0
                                && String.join(" ", spec.description()).contains("FILE.yaml")
                ? Kind.FILE
                : Kind.VALUE;
    }

    @Override
    public boolean writesDirectory() {
        final OptionSpec out = command.getCommandSpec().findOption("--out");
        return out != null && out.paramLabel().equals("DIR");
    }

    @Override
    public void check(final List<String> words) {
        try {
            program.parseArgs(words.toArray(String[]::new));
        } catch (final ParameterException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
    }

    @Override
    public void checkKeys(final String option, final Object tree) {
        if (option.equals(CHIP)) {
            try {
                ChipFile.of(tree);
            } catch (final ConfigurationException e) {
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    if (cause instanceof UnrecognizedPropertyException) {
                        throw e;
                    }
                }
            }
        }
    }
}
