package org.ranvier.testbench.app;

/** Initial contents of a region or an array. */
@FunctionalInterface
interface CellSource {
    /**
     * Gives all values.
     *
     * @param rows rows wanted
     * @param columns columns wanted
     * @param seed the run's seed
     * @param stream tells regions of one chip apart, for random contents
     * @return rows x columns values, in weights for a crossbar, in the region's integers otherwise
     */
    double[][] cells(int rows, int columns, long seed, int stream);
}
