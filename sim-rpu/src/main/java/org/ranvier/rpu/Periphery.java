package org.ranvier.rpu;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.update.UpdateSpec;

/**
 * What stands at the lines of a crossbar that handles values: converters for both directions of reads, and pulse generators.
 * Spikes need none of it: they drive and pulse lines as they are, and comparators or integrators sense.
 *
 * @param update the pulse generators
 */
public record Periphery(UpdateSpec update) {
    /** Checks that all is there. */
    public Periphery {
        if (update == null) {
            throw ConfigurationException.of("crossbar.update", null, "an update");
        }
    }

    /** @return trains of at most 31 slots with both managements: aihwkit's training presets */
    public static Periphery defaults() {
        return new Periphery(UpdateSpec.defaults());
    }
}
