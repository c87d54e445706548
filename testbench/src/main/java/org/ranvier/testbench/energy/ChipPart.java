package org.ranvier.testbench.energy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/** The parts of a chip that have static power. */
public enum ChipPart {
    /** A core with its memory and its array. */
    CORE("core"),
    /** A router with its buffers and outgoing links. */
    ROUTER("router"),
    /** What a chip has once: clock, pads, bias. */
    CHIP("chip");

    private final String label;

    ChipPart(final String label) {
        this.label = label;
    }

    /** @return the name in profiles and reports, lower case */
    public String label() {
        return label;
    }

    /** @return the row of the report by component that the part's static energy belongs to */
    public String component() {
        return "static." + label;
    }

    /** @return the part whose static power a report shows under this name, empty when there is none */
    static Optional<ChipPart> ofComponent(final String component) {
        return Arrays.stream(values())
                .filter(part -> part.component().equals(component))
                .findFirst();
    }

    /**
     * Finds a part.
     *
     * @param label its name in files
     * @return the part
     * @throws ConfigurationException when there is none of that name
     */
    public static ChipPart parse(final String label) {
        return Arrays.stream(values())
                .filter(part -> part.label.equals(label))
                .findFirst()
                .orElseThrow(() -> ConfigurationException.of(
                        "static",
                        label,
                        "one of " + Arrays.stream(values()).map(ChipPart::label).collect(Collectors.joining(", "))));
    }
}
