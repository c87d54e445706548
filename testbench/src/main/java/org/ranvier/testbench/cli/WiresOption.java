package org.ranvier.testbench.cli;

import org.ranvier.core.error.ConfigurationException;
import org.ranvier.programs.chip.ChipSpec;
import org.ranvier.rpu.parasitic.ArrayWires;
import picocli.CommandLine.Option;

/** The option that gives lines of crossbars resistance. */
final class WiresOption {
    @Option(
            names = "--wires",
            paramLabel = "R",
            description = "Resistance of the lines: of one segment between two crossings, over that of a device at full"
                    + " conductance (weight 1), 0..1; every read then solves the circuit, which takes many times as long"
                    + " (milliseconds for 785 x 100). 0 is none; default: the chip's, none.")
    private Double resistance;

    /**
     * Gives wires their resistance.
     *
     * @param base the wires without the option, or null for none
     * @return the wires, or null for none
     */
    ArrayWires apply(final ArrayWires base) {
        if (resistance == null) {
            return base;
        }
        ConfigurationException.checkRange("--wires", resistance, 0, 1);
        if (resistance == 0) {
            return null;
        }
        return base == null ? ArrayWires.of(resistance) : base.withResistance(resistance);
    }

    /** @return the chip with these wires in its tiles */
    ChipSpec apply(final ChipSpec chip) {
        return chip.withTile(chip.tile().withWires(apply(chip.tile().wires())));
    }
}
