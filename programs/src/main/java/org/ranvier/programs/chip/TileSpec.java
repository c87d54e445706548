package org.ranvier.programs.chip;

import static org.ranvier.core.error.ConfigurationException.checkRange;

import org.ranvier.rpu.CrossbarTiming;

/**
 * The largest crossbar of a core, and its timing.
 *
 * @param rows row lines, a bias row included
 * @param columns column lines
 * @param timing cycles of reads and pulses
 */
public record TileSpec(int rows, int columns, CrossbarTiming timing) {
    /** A tile of 1024 rows and 256 columns with the timing of Gokmen and Vlasov 2016. */
    public static final TileSpec DEFAULT = new TileSpec(1024, 256, CrossbarTiming.defaults());

    /** Checks the ranges. */
    public TileSpec {
        checkRange("tile.rows", rows, 1, 65_536);
        checkRange("tile.columns", columns, 1, 65_536);
    }
}
