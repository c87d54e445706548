package org.ranvier.testbench.cli;

import java.util.List;
import java.util.function.Supplier;
import org.ranvier.core.error.ConfigurationException;

/** The rules that can be compared. */
final class ComparedRules {
    /** The rules; a new one is added here and nowhere else. */
    static final List<Rule> ALL = List.of(
            new Rule("ssnn-bp", TrainSsnnBpCommand::new),
            new Rule("rpu-sgd", TrainRpuSgdCommand::new),
            new Rule("sfdfa", TrainSfdfaCommand::new),
            new Rule("dfa", TrainSfdfaCommand::new, "--feedback", "random"),
            new Rule("ottt", TrainOtttCommand::new),
            new Rule("eprop", TrainEpropCommand::new),
            new Rule("fo-stdgd", TrainFoStdgdCommand::new),
            new Rule("anytime", TrainAnytimeCommand::new));

    private ComparedRules() {}

    /**
     * A rule by name.
     *
     * @param name what it is called
     * @param command makes the command that trains it
     * @param options options that the name stands for
     */
    record Rule(String name, Supplier<ComparedRule> command, List<String> options) {
        private Rule(final String name, final Supplier<ComparedRule> command, final String... options) {
            this(name, command, List.of(options));
        }
    }

    /**
     * Finds a rule.
     *
     * @param option the option's name, for the message
     * @param name the rule's name
     * @return it
     */
    static Rule named(final String option, final String name) {
        return ALL.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ConfigurationException.of(
                        option,
                        name,
                        "one of "
                                + String.join(", ", ALL.stream().map(Rule::name).toList())));
    }
}
