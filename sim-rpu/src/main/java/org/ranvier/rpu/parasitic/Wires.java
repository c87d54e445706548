package org.ranvier.rpu.parasitic;

/** The wires of one read direction, as an operator: from the currents of the devices to the voltage the wires take from each. */
final class Wires {
    private final ParasiticSpec spec;
    private final boolean transposed;
    private final LadderDrops ladders;

    Wires(final ParasiticSpec spec, final boolean transposed, final LadderDrops ladders) {
        this.spec = spec;
        this.transposed = transposed;
        this.ladders = ladders;
    }

    /**
     * Adds the drops.
     *
     * @param current the devices' currents, row then column
     * @param drop what the drops are added to
     */
    void addDrops(final double[][] current, final double[][] drop) {
        final double row = spec.rowResistance();
        final double column = spec.columnResistance();
        if (spec.topology() == Topology.INPUT_SOURCE) {
            ladders.rowsFromFirst(current, row, drop);
            ladders.columnsFromLast(current, column, drop);
        } else if (transposed) {
            ladders.rowsFromFirst(current, column, drop);
            ladders.rowsFromLast(current, row, drop);
        } else {
            ladders.columnsFromFirst(current, row, drop);
            ladders.columnsFromLast(current, column, drop);
        }
    }
}
