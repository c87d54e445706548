package org.ranvier.rpu.update;

import org.ranvier.core.random.RandomRow;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;
import org.ranvier.rpu.cell.Lines;

/**
 * What the pulse generators of one side's lines are set to: a probability and a sign for each line, behind an optional DAC.
 *
 * <p>The DAC rounds once per line and update, to the nearest multiple of its step (halves to even) or to either neighbour with
 * a chance that makes the mean exact. Probabilities of 1 and more always pulse.
 */
final class LineProbabilities {
    private static final float TO_UNIT = 0x1p-24f;
    private static final int UNUSED_BITS = 8;

    private final ArraySite site;
    private final int side;
    private final float resolution;
    private final boolean stochastic;
    private final float[] probability;
    private final int[] negative;
    private final Lines active;
    private final RandomRow random;
    private final int[] words;

    /**
     * @param site address of the DAC's random rounding
     * @param side 0 for rows, 1 for columns
     * @param lines lines of the side
     * @param spec the DAC
     */
    LineProbabilities(final ArraySite site, final int side, final int lines, final UpdateSpec spec) {
        this.site = site;
        this.side = side;
        resolution = (float) spec.resolution();
        stochastic = spec.stochasticRounding();
        probability = new float[lines];
        negative = new int[lines];
        active = new Lines(lines);
        random = new RandomRow(lines);
        words = new int[lines];
    }

    /** Sets all lines, with all signs turned round if wanted; lines of value 0 (or rounded to it) are not active. */
    void set(final float[] values, final float scale, final boolean turned, final long slot) {
        for (int line = 0; line < probability.length; line++) {
            probability[line] = Math.abs(values[line]) * scale;
            negative[line] = values[line] < 0 != turned ? -1 : 0;
        }
        if (resolution > 0) {
            round(slot);
        }
        active.clear();
        for (int line = 0; line < probability.length; line++) {
            if (probability[line] > 0) {
                active.add(line);
            }
        }
    }

    private void round(final long slot) {
        if (stochastic) {
            random.at(site.rowKey(Purpose.TRAIN, side + LineTrains.SIDES, slot)).bits(0, words);
        }
        for (int line = 0; line < probability.length; line++) {
            final float shift = stochastic ? (words[line] >>> UNUSED_BITS) * TO_UNIT - 0.5f : 0;
            final double steps = Math.rint(probability[line] / resolution + shift);
            probability[line] = (float) Math.max(steps, 0) * resolution;
        }
    }

    /** @return the probability of each line, 0 or more; above 1 means 1 */
    float[] values() {
        return probability;
    }

    /** @return -1 for lines of negative value, 0 for others */
    int[] negative() {
        return negative;
    }

    /** @return the lines of a probability above 0 */
    Lines active() {
        return active;
    }
}
