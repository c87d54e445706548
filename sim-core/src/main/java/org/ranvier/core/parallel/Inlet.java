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
     * Schedules what others have sent since the last time; called between windows, while no partition runs.
     *
     * @param done the last cycle of the window; everything up to it has happened, and nothing that comes in is due by then
     */
    void takeIn(long done);
}
