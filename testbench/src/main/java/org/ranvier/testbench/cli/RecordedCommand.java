package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.observe.ChipObserver;
import picocli.CommandLine.Model.CommandSpec;

/** A command line that is run from inside another one. */
final class RecordedCommand {
    /** What may be recorded. */
    static final String ALLOWED = "train RULE, infer, run, network, nir run";

    private static final List<String> COMMANDS = List.of("train", "infer", "run", "network");

    /** Of the commands for networks in NIR the one that runs. */
    private static final List<String> NIR_RUN = List.of("nir", "run");

    /** Options that name a file or directory to be written. */
    private static final List<String> OUTPUTS = List.of("--out", "--save", "--packets", "--plot");

    private static final String OUT = "--out";
    private static final String TRACE = "--trace";

    private final CommandSpec target;
    private final List<String> words;

    private RecordedCommand(final CommandSpec target, final List<String> words) {
        this.target = target;
        this.words = words;
    }

    /**
     * Takes a command line apart.
     *
     * @param root the program's commands
     * @param words the command line
     * @return the command
     * @throws ConfigurationException when it is none that runs a chip
     */
    static RecordedCommand of(final CommandSpec root, final List<String> words) {
        if (!COMMANDS.contains(words.get(0))
                && !words.subList(0, Math.min(2, words.size())).equals(NIR_RUN)) {
            throw ConfigurationException.of("COMMAND", name(words), "one of " + ALLOWED);
        }
        for (final String word : words) {
            if (word.equals(TRACE) || word.startsWith(TRACE + "=")) {
                throw ConfigurationException.of(
                        "COMMAND", word, "a command without " + TRACE + ", which looks at chips too");
            }
        }
        CommandSpec target = root;
        for (final String word : words) {
            if (!target.subcommands().containsKey(word)) {
                break;
            }
            target = target.subcommands().get(word).getCommandSpec();
        }
        return new RecordedCommand(target, List.copyOf(words));
    }

    private static String name(final List<String> words) {
        return words.get(0).equals(NIR_RUN.get(0)) && words.size() > 1
                ? words.get(0) + " " + words.get(1)
                : words.get(0);
    }

    /** @return what it is called: {@code train}, {@code nir run} */
    String name() {
        return name(words);
    }

    /** @return the error that a command wrote, without the name of the program, which whoever ran it writes again */
    static String error(final CharSequence written) {
        return written.toString().strip().replaceFirst("^ranvier: ", "");
    }

    /**
     * Sends what it writes somewhere else.
     *
     * @param directory an existing directory
     * @return the same command with other places for its files
     */
    RecordedCommand writingTo(final Path directory) {
        final List<String> moved = new ArrayList<>();
        boolean out = false;
        String option = null;
        for (final String word : words) {
            final int equals = word.indexOf('=');
            final String name = equals < 0 ? word : word.substring(0, equals);
            if (option != null) {
                moved.add(moved(directory, option, word));
                option = null;
            } else if (OUTPUTS.contains(name)) {
                out |= name.equals(OUT);
                if (equals < 0) {
                    option = name;
                    moved.add(word);
                } else {
                    moved.add(name + "=" + moved(directory, name, word.substring(equals + 1)));
                }
            } else {
                moved.add(word);
            }
        }
        // A command that writes nothing without --out goes on doing so.
        if (!out && target.findOption(OUT) != null && !target.name().equals("run")) {
            moved.add(OUT);
            moved.add(directory.toString());
        }
        return new RecordedCommand(target, List.copyOf(moved));
    }

    private static String moved(final Path directory, final String option, final String file) {
        return option.equals(OUT)
                ? directory.toString()
                : directory.resolve(Path.of(file).getFileName()).toString();
    }

    /** @return whether it takes an option */
    boolean takes(final String option) {
        return target.findOption(option) != null;
    }

    /** Adds words at the end. */
    RecordedCommand with(final List<String> more) {
        final List<String> all = new ArrayList<>(words);
        all.addAll(more);
        return new RecordedCommand(target, List.copyOf(all));
    }

    /**
     * Runs it.
     *
     * @param out gets its results
     * @param err gets its errors
     * @param observer is handed its chips
     * @return its exit code
     */
    int run(final PrintWriter out, final PrintWriter err, final ChipObserver observer) {
        return Main.run(words.toArray(String[]::new), out, err, observer);
    }
}
