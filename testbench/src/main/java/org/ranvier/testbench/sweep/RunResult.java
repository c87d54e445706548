package org.ranvier.testbench.sweep;

import java.io.Serializable;

/**
 * What a run came to.
 *
 * @param id the run
 * @param code the program's exit code
 * @param error why it failed, in one line; null when it did not
 * @param metrics a JSON object of numbers and texts by name, without any that depend on how fast it was
 * @param seconds how long it took
 * @param worker where it was done
 */
public record RunResult(String id, int code, String error, String metrics, double seconds, String worker)
        implements Serializable {
    /**
     * Makes the result of a run that could not be finished anywhere.
     *
     * @param id the run
     * @param error why, in one line
     * @return a failure without metrics
     */
    public static RunResult lost(final String id, final String error) {
        return new RunResult(id, 1, error, "{}", 0, "");
    }
}
