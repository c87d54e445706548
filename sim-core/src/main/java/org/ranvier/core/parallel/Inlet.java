package org.ranvier.core.parallel;

/** Where a partition takes in what others have sent. */
public interface Inlet {
    /**
     * Says how far in advance at least everything that is sent to this partition is dated.
     *
     * @return cycles from the event that sends to the event that receives, at least 1
     */
    int lookahead();

    /**
     * Receives what others have sent since the last time; called between windows, while no partition runs.
     *
     * @return the cycle in which the first of it is due, or {@link Long#MAX_VALUE}
     */
    long exchange();

    /**
     * Schedules what was received; called after every {@link #exchange}, by the thread that is about to run the partition.
     *
     * @param done the last cycle before the window; everything up to it has happened, and nothing that came in is due by then
     */
    void takeIn(long done);
}
