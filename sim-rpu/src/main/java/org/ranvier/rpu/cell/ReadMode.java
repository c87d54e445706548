package org.ranvier.rpu.cell;

/**
 * What one attempt at a read takes: integrations of the array, in which every driven line is driven once in all, and conversions of
 * every sensed line.
 */
public enum ReadMode {
    /** Spikes drive lines as they are; comparators or integrators sense them. */
    SPIKES(1, 0),
    /** Values of both signs at once, converted once. */
    ONE_PASS(1, 1),
    /** Lines with negative and with positive values one after the other; the currents are added before they are converted. */
    SIGNS_ADDED(2, 1),
    /** Lines with negative and with positive values one after the other, converted apart. */
    SIGNS_CONVERTED(2, 2);

    private final int integrations;
    private final int conversions;

    ReadMode(final int integrations, final int conversions) {
        this.integrations = integrations;
        this.conversions = conversions;
    }

    /** @return how often the array is read; a sign that no line has takes its time all the same */
    public int integrations() {
        return integrations;
    }

    /** @return how often a sensed line is turned into a number; 0 where spikes are sensed */
    public int conversions() {
        return conversions;
    }
}
