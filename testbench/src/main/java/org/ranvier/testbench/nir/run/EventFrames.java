package org.ranvier.testbench.nir.run;

import java.util.Arrays;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.data.event.EventSample;
import org.ranvier.testbench.data.event.EventShape;

/** Events of one recording, counted by step, polarity, row and column; made once and filled again for every recording. */
public final class EventFrames implements Frames {
    /** The most steps a recording may take. */
    public static final int MOST_STEPS = 1 << 20;

    private static final double MICROSECONDS = 1e6;

    private final EventShape shape;
    private final boolean polarities;
    private final double stepMicroseconds;
    private final int most;
    private int steps;
    /** Where the events of a step begin in {@link #elements}; one more entry than steps. */
    private int[] starts = new int[1];

    private int[] elements = new int[0];

    /**
     * Prepares frames.
     *
     * @param source what recordings come from, for messages
     * @param shape where their events come from
     * @param inputs values that enter the network in a step: (polarity, row, column), or (row, column) of both polarities together
     * @param dt length of a step, seconds
     * @param most steps after which the rest of a recording is not used; 0 for all of it
     * @throws ConfigurationException when the network takes neither
     */
    public EventFrames(final String source, final EventShape shape, final int inputs, final double dt, final int most) {
        final long pixels = (long) shape.width() * shape.height();
        if (inputs != pixels && inputs != pixels * shape.polarities()) {
            throw new ConfigurationException(source + ": events come from " + shape + ", that is "
                    + pixels * shape.polarities() + " inputs, the network takes " + inputs);
        }
        this.shape = shape;
        this.most = most;
        polarities = inputs != pixels;
        stepMicroseconds = dt * MICROSECONDS;
    }

    /**
     * Takes a recording.
     *
     * @param sample the recording
     * @throws ConfigurationException naming it, when an event lies outside the shape or too late
     */
    public void fill(final EventSample sample) {
        int last = -1;
        final int[] step = new int[sample.count()];
        for (int i = 0; i < step.length; i++) {
            step[i] = step(sample, i);
            last = Math.max(last, step[i]);
        }
        steps = most == 0 ? last + 1 : Math.min(most, last + 1);
        starts = new int[steps + 1];
        for (final int s : step) {
            if (s < steps) {
                starts[s + 1]++;
            }
        }
        for (int s = 0; s < steps; s++) {
            starts[s + 1] += starts[s];
        }
        elements = new int[starts[steps]];
        final int[] next = Arrays.copyOf(starts, steps);
        for (int i = 0; i < step.length; i++) {
            if (step[i] < steps) {
                elements[next[step[i]]++] = element(sample, i);
            }
        }
    }

    private int step(final EventSample sample, final int event) {
        final double step = Math.floor(sample.times()[event] / stepMicroseconds);
        if (!(step >= 0 && (step < MOST_STEPS || most > 0))) {
            throw new ConfigurationException(sample.origin() + ": event " + event + " at " + sample.times()[event]
                    + " us is in step " + (long) step + ", expected 0.." + (MOST_STEPS - 1));
        }
        return (int) Math.min(step, MOST_STEPS);
    }

    private int element(final EventSample sample, final int event) {
        final int x = sample.x()[event];
        final int y = sample.y()[event];
        if (!shape.contains(x, y)) {
            throw new ConfigurationException(
                    sample.origin() + ": event " + event + " is at (" + x + ", " + y + "), outside " + shape);
        }
        final int polarity = polarities ? sample.polarities()[event] : 0;
        return (polarity * shape.height() + y) * shape.width() + x;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public void frame(final int step, final double[] values) {
        Arrays.fill(values, 0);
        for (int i = starts[step]; i < starts[step + 1]; i++) {
            values[elements[i]]++;
        }
    }
}
