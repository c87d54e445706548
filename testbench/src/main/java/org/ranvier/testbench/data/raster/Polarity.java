package org.ranvier.testbench.data.raster;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/** What becomes of the polarity of a camera's events. */
public enum Polarity {
    /** OFF and ON events have inputs of their own, those of OFF first. */
    BOTH,
    /** Only ON events count. */
    ON,
    /** Only OFF events count. */
    OFF,
    /** Events count whatever their polarity. */
    MERGED;

    /** @return its name on the command line */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a name.
     *
     * @param option what the message calls it
     * @param name the name
     * @return the polarity
     */
    public static Polarity parse(final String option, final String name) {
        return Arrays.stream(values())
                .filter(polarity -> polarity.label().equals(name))
                .findFirst()
                .orElseThrow(() -> ConfigurationException.of(
                        option,
                        name,
                        Arrays.stream(values()).map(Polarity::label).collect(Collectors.joining(", "))));
    }
}
