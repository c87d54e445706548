package org.ranvier.testbench.rpu.validation;

import java.util.List;
import org.ranvier.core.error.ConfigurationException;

/**
 * How much is simulated for a comparison.
 *
 * @param devices devices per response curve, pair curve, transfer compound or row of the other tables: 64..2^22
 * @param updates updates per outer product: 100..10^8
 * @param reads reads per forward case with noise: 2..10^6
 * @param seeds every random case is run with each of these
 */
public record Effort(int devices, int updates, int reads, List<Long> seeds) {
    /** Checks the ranges. */
    public Effort {
        ConfigurationException.checkRange("--devices", devices, 64, 1 << 22);
        ConfigurationException.checkRange("--updates", updates, 100, 100_000_000);
        ConfigurationException.checkRange("--reads", reads, 2, 1_000_000);
        ConfigurationException.checkRange("--seed", seeds.size(), 1, 1000);
        seeds = List.copyOf(seeds);
    }
}
