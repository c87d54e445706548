package org.ranvier.testbench.regress.operand;

/** The elements of a table that other operands name: one by a scalar, or as many as a vector of indices has. */
final class TableReader extends OperandReader {
    private final RegionReader table;
    private final OperandReader index;
    private final int[] places;

    TableReader(final RegionReader table, final OperandReader index) {
        super(table.name());
        this.table = table;
        this.index = index;
        this.places = new int[index.capacity()];
    }

    @Override
    public boolean scalar() {
        return index.scalar();
    }

    @Override
    public int capacity() {
        return places.length;
    }

    @Override
    public int read(final int[] into) {
        final int n = index.read(places);
        for (int k = 0; k < n; k++) {
            into[k] = table.entry(places[k]);
        }
        return n;
    }

    @Override
    public String element(final int k) {
        return table.element(places[k]);
    }

    @Override
    public int min() {
        return table.min();
    }

    @Override
    public int max() {
        return table.max();
    }
}
