package org.ranvier.testbench.data.event;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;

/**
 * One recording in memory: a label and events in columns, in the order of the file. Made once and filled again for every sample, so that
 * its arrays are as long as the longest sample asks for.
 */
public final class EventSample {
    /** Events that a sample can have; {@value} take 285 MB. */
    public static final int MOST_EVENTS = 1 << 24;

    /** The label of a recording whose class is not known. */
    public static final int UNLABELLED = -1;

    private static final int FIRST_CAPACITY = 1 << 13;

    private String origin = "";
    private int label = UNLABELLED;
    private int count;
    private long[] times = new long[FIRST_CAPACITY];
    private int[] x = new int[FIRST_CAPACITY];
    private int[] y = new int[FIRST_CAPACITY];
    private byte[] polarities = new byte[FIRST_CAPACITY];

    /**
     * Forgets what it held and begins a sample without events.
     *
     * @param sampleOrigin file and, where it holds several, the number of the sample, for messages
     * @param sampleLabel class from 0, or {@link #UNLABELLED}
     */
    public void begin(final String sampleOrigin, final int sampleLabel) {
        origin = sampleOrigin;
        label = sampleLabel;
        count = 0;
    }

    /**
     * Appends an event.
     *
     * @param time microseconds from the beginning of the sample
     * @param column x from the left, or the channel of a cochlea; as the file has it, inside the shape or not
     * @param row y from the top, or 0
     * @param polarity 1 for ON, 0 for OFF or a channel's spike
     * @throws ConfigurationException naming the sample, if it has {@link #MOST_EVENTS} already
     */
    public void add(final long time, final int column, final int row, final int polarity) {
        if (count == times.length) {
            grow();
        }
        times[count] = time;
        x[count] = column;
        y[count] = row;
        polarities[count] = (byte) polarity;
        count++;
    }

    private void grow() {
        if (count >= MOST_EVENTS) {
            throw new ConfigurationException(origin + ": has more than " + MOST_EVENTS + " events");
        }
        final int capacity = 2 * count;
        times = Arrays.copyOf(times, capacity);
        x = Arrays.copyOf(x, capacity);
        y = Arrays.copyOf(y, capacity);
        polarities = Arrays.copyOf(polarities, capacity);
    }

    /** @return file and number of the sample, for messages */
    public String origin() {
        return origin;
    }

    /** @return class from 0, or {@link #UNLABELLED} */
    public int label() {
        return label;
    }

    /** @return number of events; the arrays are valid up to it */
    public int count() {
        return count;
    }

    /** @return microseconds from the beginning of the sample */
    public long[] times() {
        return times;
    }

    /** @return columns or channels */
    public int[] x() {
        return x;
    }

    /** @return rows, from the top; 0 for channels */
    public int[] y() {
        return y;
    }

    /** @return 1 for ON, 0 for OFF or a channel's spike */
    public byte[] polarities() {
        return polarities;
    }
}
