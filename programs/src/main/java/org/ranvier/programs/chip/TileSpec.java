package org.ranvier.programs.chip;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.rpu.CrossbarSpec;
import org.ranvier.rpu.CrossbarTiming;
import org.ranvier.rpu.Periphery;
import org.ranvier.rpu.device.DeviceSpec;
import org.ranvier.rpu.parasitic.ArrayWires;

/**
 * The largest crossbar of a core, and what stands around it.
 *
 * @param rows row lines, a bias row included
 * @param columns column lines
 * @param timing cycles of reads and pulses
 * @param periphery converters and pulse generators, for programs that drive the array with values
 * @param wires the resistance of lines, or null for none
 * @param wear whether pulses and half-selects are counted per device
 */
public record TileSpec(
        int rows, int columns, CrossbarTiming timing, Periphery periphery, ArrayWires wires, boolean wear) {
    /** A tile of 1024 rows and 256 columns with the timing of Gokmen and Vlasov 2016. */
    public static final TileSpec DEFAULT = new TileSpec(1024, 256, CrossbarTiming.defaults());

    /** Checks the ranges. */
    public TileSpec {
        checkRange("tile.rows", rows, 1, 65_536);
        checkRange("tile.columns", columns, 1, 65_536);
    }

    /**
     * Specifies a tile with the default periphery that does not count wear.
     *
     * @param rows row lines, a bias row included
     * @param columns column lines
     * @param timing cycles of reads and pulses
     */
    public TileSpec(final int rows, final int columns, final CrossbarTiming timing) {
        this(rows, columns, timing, Periphery.defaults(), null, false);
    }

    /** @return the same tile with other converters and pulse generators */
    public TileSpec withPeriphery(final Periphery other) {
        return new TileSpec(rows, columns, timing, other, wires, wear);
    }

    /** @return the same tile with other lines; null for lines without resistance */
    public TileSpec withWires(final ArrayWires other) {
        return new TileSpec(rows, columns, timing, periphery, other, wear);
    }

    /** @return the same tile, counting wear */
    public TileSpec withWear() {
        return new TileSpec(rows, columns, timing, periphery, wires, true);
    }

    /**
     * Specifies the crossbar of one core.
     *
     * @param lines its row lines
     * @param senses its column lines
     * @param device its devices
     * @return the crossbar, without a noise address
     */
    public CrossbarSpec crossbar(final int lines, final int senses, final DeviceSpec device) {
        final CrossbarSpec spec = CrossbarSpec.of(lines, senses, device)
                .withTiming(timing)
                .withPeriphery(periphery)
                .withWires(wires);
        return wear ? spec.withPulseCounters() : spec;
    }
}
