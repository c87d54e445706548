package org.ranvier.router;

import org.ranvier.core.error.ConfigurationException;

/** A matching algorithm between requesters and resources, one iteration, round-robin arbiters (as in BookSim2). */
public enum AllocatorKind {
    /** Outputs grant, inputs accept; pointers move for accepted pairs only (McKeown 1999, one iteration). */
    ISLIP("islip"),
    /** Inputs choose one output, then outputs choose one input; both pointers move on success. */
    SEPARABLE_INPUT_FIRST("separable_input_first"),
    /** Outputs choose one input, then inputs choose one output; with round-robin arbiters the same as one-iteration iSLIP. */
    SEPARABLE_OUTPUT_FIRST("separable_output_first");

    private final String label;

    AllocatorKind(final String label) {
        this.label = label;
    }

    /** @return the name used in configuration files */
    public String label() {
        return label;
    }

    /** @return whether inputs choose before outputs do */
    public boolean inputFirst() {
        return this == SEPARABLE_INPUT_FIRST;
    }

    /**
     * Finds an allocator by its name.
     *
     * @param option the option's name, for the message
     * @param text the name as the user wrote it
     * @return the kind
     * @throws ConfigurationException when no allocator has this name
     */
    public static AllocatorKind parse(final String option, final String text) {
        for (final AllocatorKind kind : values()) {
            if (kind.label.equals(text)) {
                return kind;
            }
        }
        throw ConfigurationException.of(option, text, "islip, separable_input_first or separable_output_first");
    }
}
