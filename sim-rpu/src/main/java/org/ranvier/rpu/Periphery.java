package org.ranvier.rpu;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.rpu.read.ReadSpec;
import org.ranvier.rpu.update.UpdateSpec;

/**
 * What stands at the lines of a crossbar that handles values: converters for both directions of reads, and pulse generators.
 * Spikes need none of it: they drive and pulse lines as they are, and comparators or integrators sense.
 *
 * @param forward the converters of forward reads
 * @param backward the converters of transposed reads
 * @param update the pulse generators
 */
public record Periphery(ReadSpec forward, ReadSpec backward, UpdateSpec update) {
    /** Checks that all is there. */
    public Periphery {
        if (forward == null || backward == null) {
            throw ConfigurationException.of("crossbar.read", null, "a read periphery");
        }
        if (update == null) {
            throw ConfigurationException.of("crossbar.update", null, "an update");
        }
    }

    /**
     * The periphery of aihwkit's training presets.
     *
     * @return 7-bit drivers, 9-bit converters with bound 20 and noise 0.1 both ways; trains of at most 31 slots with both
     *     managements
     */
    public static Periphery defaults() {
        return new Periphery(ReadSpec.named("preset"), ReadSpec.named("preset"), UpdateSpec.defaults());
    }

    /** @return the same generators behind other converters, the same both ways */
    public Periphery withReads(final ReadSpec both) {
        return new Periphery(both, both, update);
    }

    /** @return the same converters with other generators */
    public Periphery withUpdate(final UpdateSpec other) {
        return new Periphery(forward, backward, other);
    }
}
