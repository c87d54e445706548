package org.ranvier.testbench.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.compare.Contender;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * A rule with options of its own, as it takes part in a comparison.
 *
 * @param label what tables call it
 * @param rule the rule
 * @param options the rule's own options
 */
record Entrant(String label, ComparedRules.Rule rule, List<String> options) {
    private static final String HIDDEN = "--hidden";

    /** What is the same for all, or has no part in a comparison. */
    private static final Set<String> REFUSED = Set.of(
            "--epochs",
            "--train-samples",
            "--test-samples",
            "--test-every",
            "--seed",
            "--dataset",
            "--data-dir",
            "--chip",
            "--fabric",
            "--clock",
            "--threads",
            "--profile",
            "--baseline",
            "--packets",
            "--trace",
            "--trace-from",
            "--trace-to",
            "--trace-cores",
            "--save",
            "--checkpoint-every",
            "--wear",
            "--out",
            "--help",
            "--version");

    /** Takes part under its own name, without options. */
    static Entrant named(final String name) {
        final ComparedRules.Rule rule = ComparedRules.named("--rules", name);
        return new Entrant(name, rule, rule.options());
    }

    /**
     * Reads what follows {@code --rule}.
     *
     * @param text {@code [LABEL=]RULE [OPTION..]}, divided by blanks
     * @return the entrant
     * @throws ConfigurationException when there is no such rule, or it has no such option
     */
    static Entrant parse(final String text) {
        final List<String> words = new ArrayList<>(Arrays.asList(text.strip().split("\\s+")));
        final String first = words.remove(0);
        final int equals = first.indexOf('=');
        final ComparedRules.Rule rule = ComparedRules.named("--rule", first.substring(equals + 1));
        final List<String> options = new ArrayList<>(rule.options());
        options.addAll(words);
        final Entrant entrant = new Entrant(
                equals > 0 ? first.substring(0, equals) : text.strip().replaceAll("\\s+", " "), rule, options);
        for (final String name : names(entrant.apply(rule.command().get(), options))) {
            if (REFUSED.contains(name)) {
                throw new ConfigurationException("--rule: " + name + " of '" + entrant.label()
                        + "' is not allowed, expected options of the rule itself or --hidden: data, chip and length of the"
                        + " training are the same for all");
            }
        }
        return entrant;
    }

    /**
     * Builds a run.
     *
     * @param common options that are the same for all
     * @param hidden neurons of the hidden layers where the rule has none of its own; null for the rule's usual ones
     * @return the run
     */
    Contender contender(final List<String> common, final String hidden) {
        final List<String> all = new ArrayList<>(options);
        all.addAll(common);
        if (hidden != null && !names(apply(rule.command().get(), options)).contains(HIDDEN)) {
            all.addAll(List.of(HIDDEN, hidden));
        }
        final ComparedRule command = rule.command().get();
        apply(command, all);
        return command.contender();
    }

    private ParseResult apply(final ComparedRule command, final List<String> args) {
        try {
            return new CommandLine(command).parseArgs(args.toArray(String[]::new));
        } catch (final CommandLine.ParameterException e) {
            throw new ConfigurationException("--rule: '" + label + "': " + e.getMessage(), e);
        }
    }

    private static List<String> names(final ParseResult parsed) {
        return parsed.matchedOptions().stream()
                .map(CommandLine.Model.OptionSpec::longestName)
                .toList();
    }
}
