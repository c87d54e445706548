package org.ranvier.testbench.cli;

import org.ranvier.programs.chip.ChipSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a training run whose synapses are devices of crossbars. */
final class CrossbarOptions {
    @Mixin
    private WiresOption wires;

    @Option(
            names = "--wear",
            description = "Count pulses and half-selects of every device; writes DIR/wear.csv and sums it up.")
    private boolean wear;

    /** @return the chip with these wires, counting wear if that was asked for */
    ChipSpec apply(final ChipSpec chip) {
        final ChipSpec spec = wires.apply(chip);
        return wear ? spec.withTile(spec.tile().withWear()) : spec;
    }

    /** @return whether wear is counted */
    boolean wear() {
        return wear;
    }
}
