package org.ranvier.rpu.update;

import java.util.Arrays;
import org.ranvier.core.random.RandomRow;
import org.ranvier.rpu.cell.ArraySite;
import org.ranvier.rpu.cell.ArraySite.Purpose;

/**
 * The random pulse trains of one side's lines for up to 32 slots: bit k of a line's train says whether it pulses in slot k.
 *
 * <p>A line pulses in a slot when its 31 random bits are below its probability; slots 2p and 2p + 1 of a line take the two
 * words of block (line, p) under the key of the first slot. Only active lines are drawn. Trains are ints because the JIT
 * compiler vectorises {@code Integer.bitCount} on all supported versions.
 */
final class LineTrains {
    /** Slots of one block. */
    static final int BLOCK = Integer.SIZE;

    /** Sides of an array: rows and columns. */
    static final int SIDES = 2;

    private static final float ALWAYS = 0x1p31f;

    private final ArraySite site;
    private final int side;
    private final LineProbabilities lines;
    private final RandomRow random;
    private final int[] trains;
    private final int[] packed;
    private final int[] threshold;
    private final int[] even;
    private final int[] odd;
    private final int[] pulses = new int[BLOCK];

    /**
     * @param site noise address
     * @param side 0 for rows, 1 for columns
     * @param lines what the generators are set to
     */
    LineTrains(final ArraySite site, final int side, final LineProbabilities lines) {
        this.site = site;
        this.side = side;
        this.lines = lines;
        final int count = lines.values().length;
        random = new RandomRow(count);
        trains = new int[count];
        packed = new int[count];
        threshold = new int[count];
        even = new int[count];
        odd = new int[count];
    }

    /**
     * Draws the trains of a block.
     *
     * @param slot the block's first slot
     * @param slots how many: 1..32
     */
    void draw(final long slot, final int slots) {
        final int[] index = lines.active().index();
        final int count = lines.active().count();
        final float[] probability = lines.values();
        for (int i = 0; i < count; i++) {
            threshold[i] = (int) (long) (Math.min(probability[index[i]], 1) * ALWAYS);
        }
        Arrays.fill(packed, 0, count, 0);
        random.at(site.rowKey(Purpose.TRAIN, side, slot));
        for (int k = 0; k < slots; k += 2) {
            random.bits(k >> 1, index, count, even, odd);
            pulses[k] = mark(packed, even, threshold, count, k);
            if (k + 1 < slots) {
                pulses[k + 1] = mark(packed, odd, threshold, count, k + 1);
            }
        }
        Arrays.fill(trains, 0);
        for (int i = 0; i < count; i++) {
            trains[index[i]] = packed[i];
        }
    }

    /** Sets bit k of the trains whose word is below the threshold; a threshold of 2^31 is above all. Returns how many. */
    private static int mark(
            final int[] trains, final int[] words, final int[] threshold, final int count, final int k) {
        int pulsed = 0;
        for (int i = 0; i < count; i++) {
            final int bit = (words[i] >>> 1) - threshold[i] >>> Integer.SIZE - 1;
            trains[i] |= bit << k;
            pulsed += bit;
        }
        return pulsed;
    }

    /** @return pulses on all lines in the first slots of the block */
    long total(final int slots) {
        long sum = 0;
        for (int k = 0; k < slots; k++) {
            sum += pulses[k];
        }
        return sum;
    }

    /** Counts the pulses of every line in the block. */
    void count(final int[] pulsesOfLine) {
        for (int line = 0; line < pulsesOfLine.length; line++) {
            pulsesOfLine[line] = Integer.bitCount(trains[line]);
        }
    }

    /** @return every line's train; 0 for lines that are not active */
    int[] trains() {
        return trains;
    }

    /** @return the pulses of each slot of the block, summed over lines */
    int[] pulses() {
        return pulses;
    }
}
