package org.ranvier.programs.rpusgd;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.ranvier.core.error.ConfigurationException;

/** The function of the hidden neurons; its ordinal is the program's parameter. */
public enum Activation {
    /** The logistic function, as in Gokmen and Vlasov 2016. */
    SIGMOID("sigmoid"),
    /** The hyperbolic tangent. */
    TANH("tanh"),
    /** The rectifier, max(0, u). */
    RELU("relu");

    private final String label;

    Activation(final String label) {
        this.label = label;
    }

    /** @return its name on the command line */
    public String label() {
        return label;
    }

    /**
     * Reads a name.
     *
     * @param option what the message calls it
     * @param name the name
     * @return the activation
     */
    public static Activation parse(final String option, final String name) {
        for (final Activation activation : values()) {
            if (activation.label.equals(name)) {
                return activation;
            }
        }
        throw ConfigurationException.of(
                option, name, Arrays.stream(values()).map(Activation::label).collect(Collectors.joining(", ")));
    }
}
