package org.ranvier.testbench.cli;

import java.io.PrintWriter;
import org.ranvier.testbench.sweep.RunResult;

/** Says on the error stream how far a sweep is, every few seconds and at the end. */
final class SweepProgress {
    private static final double NANO = 1e-9;
    private static final double SECONDS_BETWEEN = 5;
    private static final int MINUTE = 60;

    private final PrintWriter err;
    private final int total;
    private final long start = System.nanoTime();
    private double said;
    private int done;
    private int failed;

    /**
     * @param err the error stream
     * @param total runs that are to be done
     */
    SweepProgress(final PrintWriter err, final int total) {
        this.err = err;
        this.total = total;
    }

    /** Counts a run. */
    void done(final RunResult result) {
        done++;
        failed += result.error() == null ? 0 : 1;
        final double seconds = seconds();
        if (done == total || seconds - said >= SECONDS_BETWEEN) {
            said = seconds;
            err.println(
                    "sweep: " + done + " of " + total + " runs done" + (failed == 0 ? "" : ", " + failed + " failed")
                            + (done == total
                                    ? " in " + time(seconds)
                                    : ", about " + time(seconds * (total - done) / done) + " left"));
            err.flush();
        }
    }

    /** @return since the beginning */
    double seconds() {
        return (System.nanoTime() - start) * NANO;
    }

    private static String time(final double seconds) {
        final long whole = Math.round(seconds);
        return whole < MINUTE ? whole + " s" : whole / MINUTE + " min " + whole % MINUTE + " s";
    }
}
