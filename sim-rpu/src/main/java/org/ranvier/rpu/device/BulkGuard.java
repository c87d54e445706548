package org.ranvier.rpu.device;

/**
 * Finds the devices for which a {@link BulkRule} would not hold.
 *
 * <p>The answer depends on states and counts alone, not on the noise that follows, so treating these devices in another way does
 * not distort any distribution.
 */
public interface BulkGuard {
    /**
     * Says whether pulses can be given at once at all.
     *
     * @param row the row
     * @param most the largest count of pulses
     * @return whether {@link #find} can tell for the row
     */
    boolean applies(int row, int most);

    /**
     * Finds the devices of a row that must be pulsed one by one.
     *
     * @param row the row
     * @param held what its devices hold
     * @param counts pulses per column
     * @param most the largest magnitude among them
     * @param found gets their columns, ascending; one place longer than a row
     * @return how many
     */
    int find(int row, Held held, int[] counts, int most, int[] found);
}
