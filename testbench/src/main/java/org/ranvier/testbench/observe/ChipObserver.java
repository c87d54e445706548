package org.ranvier.testbench.observe;

import java.util.Map;
import org.ranvier.core.chip.Chip;
import org.ranvier.programs.chip.ChipSpec;

/** Is handed every chip that a command builds, and attaches its monitors; the run does the same with it as without. */
@FunctionalInterface
public interface ChipObserver {
    /** Looks at nothing. */
    ChipObserver NONE = (chip, spec) -> {};

    /**
     * A chip is built and has run nothing yet. A command may build several, one after another.
     *
     * @param chip the chip
     * @param spec what it was built from
     */
    void built(Chip chip, ChipSpec spec);

    /**
     * A run is over. A command may say so several times, once for every network that it trains.
     *
     * @param summary what the command prints or writes about it, by key
     */
    default void finished(final Map<String, Object> summary) {}

    /**
     * Has another one look too, after this one.
     *
     * @param other the other
     * @return both
     */
    default ChipObserver then(final ChipObserver other) {
        final ChipObserver first = this;
        return new ChipObserver() {
            @Override
            public void built(final Chip chip, final ChipSpec spec) {
                first.built(chip, spec);
                other.built(chip, spec);
            }

            @Override
            public void finished(final Map<String, Object> summary) {
                first.finished(summary);
                other.finished(summary);
            }
        };
    }
}
