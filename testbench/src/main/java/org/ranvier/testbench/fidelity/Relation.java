package org.ranvier.testbench.fidelity;

import java.util.Arrays;

/** How a published value is related to the numbers of the profile that has to meet it. */
public enum Relation {
    /** The profile's numbers were derived from this value: the error says how well they were written down, no more. */
    FIT("fit"),
    /** From the profile's source, which does not say whether its numbers were derived from this value. */
    SAME_SOURCE("same source"),
    /** From the profile's source, and not used for the profile's numbers. */
    HELD_OUT("held out"),
    /** Measured by others, or published elsewhere. */
    OTHER_SOURCE("other source");

    private final String label;

    Relation(final String label) {
        this.label = label;
    }

    /** @return the name in files and tables */
    public String label() {
        return label;
    }

    static String[] labels() {
        return Arrays.stream(values()).map(Relation::label).toArray(String[]::new);
    }

    static Relation labelled(final String label) {
        return Arrays.stream(values())
                .filter(relation -> relation.label.equals(label))
                .findFirst()
                .orElseThrow();
    }
}
