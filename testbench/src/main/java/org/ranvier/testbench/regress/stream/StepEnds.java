package org.ranvier.testbench.regress.stream;

import java.util.Arrays;
import org.ranvier.core.chip.StepMonitor;

/** When the steps of the sample under way ended, each with a barrier that every packet of the step came before. */
public final class StepEnds implements StepMonitor {
    private long[] ends = new long[64];
    private int count;

    /** Prepares for the first sample. */
    public StepEnds() {}

    @Override
    public void over(final long cycle) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = cycle;
    }

    /** The next sample begins. */
    public void clear() {
        count = 0;
    }

    /**
     * Finds the end of a step.
     *
     * @param cycle a cycle of the sample
     * @param more how many steps after that of the cycle
     * @return the cycle in which it ended; {@link Long#MAX_VALUE} when it had not
     */
    long after(final long cycle, final int more) {
        final int place = Arrays.binarySearch(ends, 0, count, cycle);
        final int index = (place < 0 ? -place - 1 : place) + more;
        return index < count ? ends[index] : Long.MAX_VALUE;
    }
}
