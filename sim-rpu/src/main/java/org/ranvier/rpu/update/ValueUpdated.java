package org.ranvier.rpu.update;

import org.ranvier.rpu.cell.CellEvents;

/** Cells that take values rather than pulses: transfer compounds and mixed precision, which decide themselves what to pulse. */
public interface ValueUpdated {
    /**
     * Updates the cells by the outer product of two vectors.
     *
     * @param engine the engine that hands over; may be called with the cells' own parts
     * @param x one value per row
     * @param d one value per column
     * @param learningRate scale of the product; negative turns the direction round
     * @param slot the first noise address the update may use
     * @param events receives what it costs
     * @return how many slots it took, i.e. noise addresses from {@code slot} on
     */
    int update(UpdateEngine engine, float[] x, float[] d, double learningRate, long slot, CellEvents events);
}
