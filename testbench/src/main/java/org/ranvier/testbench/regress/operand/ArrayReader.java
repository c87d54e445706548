package org.ranvier.testbench.regress.operand;

import org.ranvier.core.array.SynapseArray;

/** The synapses at the crossings of some rows and columns of the core's array, row by row. */
final class ArrayReader extends OperandReader {
    private final SynapseArray array;
    private final Lines rows;
    private final Lines columns;

    ArrayReader(final String name, final SynapseArray array, final Lines rows, final Lines columns) {
        super(name);
        this.array = array;
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    public int capacity() {
        return array.rows() * array.columns();
    }

    @Override
    public int read(final int[] into) {
        final int height = rows.choose();
        final int width = columns.choose();
        int n = 0;
        for (int i = 0; i < height; i++) {
            final int row = rows.line(i);
            for (int j = 0; j < width; j++) {
                into[n++] = array.weight(row, columns.line(j));
            }
        }
        return n;
    }

    @Override
    public String element(final int k) {
        final int width = columns.count();
        return name() + "[" + rows.line(k / width) + "][" + columns.line(k % width) + "]";
    }
}
