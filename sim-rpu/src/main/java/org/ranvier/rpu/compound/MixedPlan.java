package org.ranvier.rpu.compound;

/**
 * How a mixed-precision compound gathers and transfers.
 *
 * @param every updates from one transfer to the next, 0 for never
 * @param columns columns of one transfer, negative for all
 * @param random whether the first is drawn; otherwise it follows the last
 * @param granularity size of a step, in weights
 * @param rate scale of what is written
 * @param rowBins levels to which row values are rounded, relative to the largest; 0 for exact values
 * @param columnBins the same for columns
 * @param rowsRandomly whether row values are rounded up or down at random
 * @param columnsRandomly the same for columns
 */
record MixedPlan(
        int every,
        int columns,
        boolean random,
        double granularity,
        double rate,
        int rowBins,
        int columnBins,
        boolean rowsRandomly,
        boolean columnsRandomly) {}
