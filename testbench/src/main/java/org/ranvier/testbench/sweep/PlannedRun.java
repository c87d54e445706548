package org.ranvier.testbench.sweep;

import java.util.Map;

/**
 * A row of a sweep's table before it is done.
 *
 * @param number its place, from 0: seeds vary fastest, then the last parameter
 * @param point the number of its point, which it shares with the runs of other seeds
 * @param parameters values by name; null for an option that is left as it is
 * @param seed its seed, or null
 * @param description everything that it depends on; equal descriptions have equal results
 * @param task how it is done
 */
record PlannedRun(
        int number,
        int point,
        Map<String, Object> parameters,
        Long seed,
        Map<String, Object> description,
        RunTask task) {
    /** @return the hash of its description */
    String id() {
        return task.id();
    }
}
