package org.ranvier.testbench.bptt;

import java.util.Locale;
import org.ranvier.core.error.ConfigurationException;

/** The losses by their names on the command line: two of the answer, and regularisers that are added to one of them. */
public enum LossName {
    /** Cross entropy of the mean logits. */
    MEAN,
    /** Cross entropy of every tick's logits. */
    TET,
    /** The spatial-temporal ratio. */
    STR,
    /** The same in its bounded form. */
    STRB,
    /** Cosine similarity of features. */
    RCS;

    private static final String ALLOWED = "mean, tet, str, strb or rcs";

    /**
     * Finds a loss.
     *
     * @param option the option's name, for the message
     * @param name its name
     * @return the loss
     */
    public static LossName parse(final String option, final String name) {
        for (final LossName loss : values()) {
            if (loss.label().equals(name.toLowerCase(Locale.ROOT))) {
                return loss;
            }
        }
        throw ConfigurationException.of(option, name, ALLOWED);
    }

    /** @return the name on the command line */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return whether it is added to another one, with a weight */
    public boolean isRegularizer() {
        return this != MEAN && this != TET;
    }

    /** @return the loss itself */
    Loss create() {
        return switch (this) {
            case MEAN -> new MeanLoss();
            case TET -> new TetLoss();
            case STR -> new StrLoss(StrLoss.Form.RATIO);
            case STRB -> new StrLoss(StrLoss.Form.BOUNDED);
            case RCS -> new RcsLoss();
        };
    }
}
