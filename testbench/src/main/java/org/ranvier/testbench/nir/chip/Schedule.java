package org.ranvier.testbench.nir.chip;

import java.util.List;

/**
 * When populations compute: levels, so that all that a step needs of the same step is there, and the ticks of a step, as few as the
 * loops allow.
 *
 * @param levels by population, 1 or more
 * @param stride ticks of a step
 */
record Schedule(int[] levels, int stride) {
    /**
     * Schedules wires.
     *
     * @param populations how many, in the order in which a step computes them
     * @param wires the wires
     * @return the schedule
     */
    static Schedule of(final int populations, final List<Wire> wires) {
        final int[] levels = new int[populations];
        for (int p = 0; p < populations; p++) {
            levels[p] = 1;
            for (final Wire wire : wires) {
                if (wire.target() == p && wire.steps() == 0 && wire.source() != Wire.INPUT) {
                    levels[p] = Math.max(levels[p], levels[wire.source()] + 1);
                }
            }
        }
        int stride = 1;
        for (final Wire wire : wires) {
            if (wire.steps() > 0 && wire.source() != Wire.INPUT) {
                // What comes back from a deeper level must be there when the step after is computed.
                final int back = levels[wire.source()] - levels[wire.target()] + 1;
                stride = Math.max(stride, (back + wire.steps() - 1) / wire.steps());
            }
        }
        return new Schedule(levels, stride);
    }

    /** @return ticks from sending to using what a wire brings */
    int delay(final Wire wire) {
        final int from = wire.source() == Wire.INPUT ? 0 : levels[wire.source()];
        return wire.steps() * stride + levels[wire.target()] - from;
    }
}
