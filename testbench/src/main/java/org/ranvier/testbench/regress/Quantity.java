package org.ranvier.testbench.regress;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is compared with a tolerance of its own. */
public enum Quantity {
    ACCURACY(true, "accuracy"),
    ENERGY(false, "energy", "_j"),
    CYCLES(true, "cycles", "chip_seconds", "seconds_per_inference", "busy", "stall", "wait", "ticks"),
    SPIKES(true, "spikes", "messages", "synaptic_events", "hops"),
    UPDATES(true, "updates", "coincidences", "plasticity"),
    PACKETS(true, "packets"),
    EVENTS(true, "events"),
    /** Everything else. */
    OTHER(true);

    /** What depends on the machine, on the program's age or on the faults that are tried; it is not compared. */
    private static final List<String> NOT_COMPARED =
            List.of("wall_", "cpu_seconds", "per_second", "/version", "/java", "/written", "/faults/");

    private final boolean loosens;
    private final List<String> words;

    Quantity(final boolean loosens, final String... words) {
        this.loosens = loosens;
        this.words = List.of(words);
    }

    /** @return true when a run in which it differs cannot be the same event by event */
    boolean loosens() {
        return loosens;
    }

    /** @return its name on the command line */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return the names of all */
    static String labels() {
        return Arrays.stream(values()).map(Quantity::label).collect(Collectors.joining(", "));
    }

    /**
     * Tells what a result is.
     *
     * @param path its place among the results
     * @return the quantity, or null when it is not compared
     */
    static Quantity of(final String path) {
        if (NOT_COMPARED.stream().anyMatch(path::contains)) {
            return null;
        }
        return Arrays.stream(values())
                .filter(quantity -> quantity.words.stream().anyMatch(path::contains))
                .findFirst()
                .orElse(OTHER);
    }
}
