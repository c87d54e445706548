package org.ranvier.testbench.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.run.RunRules;
import picocli.CommandLine.Option;

/** The options for what NIR leaves to who runs a network. */
final class NirRules {
    private static final double UNTIMED_DT = 1e-3;

    @Option(
            names = "--dt",
            paramLabel = "S",
            description =
                    "Length of a step in seconds, and of a bin of events (default: 1e-4, or 1e-3 for a network without"
                            + " time constants).")
    private Double dt;

    @Option(
            names = "--reset",
            paramLabel = "file|zero|subtract",
            description =
                    "What a spike does. file: v_reset where the file has it, else 0 for neurons that leak and less"
                            + " v_threshold for those that do not; zero: v_reset or 0; subtract: less v_threshold (default"
                            + " ${DEFAULT-VALUE}).")
    private String reset = "file";

    @Option(
            names = "--multi-spike",
            negatable = true,
            description = "Neurons whose resets subtract fire once for every threshold they reached in a step; with"
                    + " --no-multi-spike once (default: several times without a leak, once with).")
    private Boolean multiSpike;

    @Option(
            names = "--charge",
            paramLabel = "step|time",
            description = "What I and IF add in a step. step: r times the input; time: dt times that (default"
                    + " ${DEFAULT-VALUE}).")
    private String charge = "step";

    NirRules() {}

    /**
     * Gives the rules for a network.
     *
     * @param network the network
     * @return the rules
     */
    RunRules of(final Network network) {
        final double usual = network.timed() ? RunRules.DEFAULT_DT : UNTIMED_DT;
        final RunRules.Spikes several = Boolean.TRUE.equals(multiSpike) ? RunRules.Spikes.SEVERAL : RunRules.Spikes.ONE;
        return new RunRules(
                dt == null ? usual : dt,
                choice("--reset", reset, RunRules.Reset.values()),
                multiSpike == null ? RunRules.Spikes.USUAL : several,
                choice("--charge", charge, RunRules.Charge.values()));
    }

    private static <E extends Enum<E>> E choice(final String option, final String value, final E[] choices) {
        return Arrays.stream(choices)
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> ConfigurationException.of(
                        option,
                        value,
                        Arrays.stream(choices)
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ", "one of ", ""))));
    }
}
