package org.ranvier.programs.layered;

import org.ranvier.core.error.MappingException;
import org.ranvier.core.isa.Program;
import org.ranvier.programs.chip.TileSpec;

/** Splits layers by the columns of a crossbar tile; its rows must hold the whole layer below and a bias. */
public final class ColumnSplit implements LayerSplit {
    private final int[] sizes;
    private final TileSpec tile;

    /**
     * @param sizes neurons of layers 0..L, the input first
     * @param tile the largest crossbar of a core
     */
    public ColumnSplit(final int[] sizes, final TileSpec tile) {
        this.sizes = sizes.clone();
        this.tile = tile;
    }

    @Override
    public int tiles(final int layer) {
        final int rows = sizes[layer - 1] + 1;
        if (rows > tile.rows()) {
            throw new MappingException("crossbar " + layer + " needs " + rows + " rows (" + (rows - 1)
                    + " inputs and a bias), " + (rows - tile.rows()) + " more than the tile's " + tile.rows()
                    + ": at most " + (tile.rows() - 1) + " neurons fit in layer " + (layer - 1));
        }
        return (sizes[layer] + tile.columns() - 1) / tile.columns();
    }

    @Override
    public String limit() {
        return "with tiles of " + tile.columns() + " columns";
    }

    @Override
    public String remedy() {
        return "use a larger mesh or tile, or fewer neurons";
    }

    @Override
    public int bytes(final Program program) {
        return program.memoryMap().used();
    }
}
