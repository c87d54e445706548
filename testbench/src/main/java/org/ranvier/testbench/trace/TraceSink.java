package org.ranvier.testbench.trace;

/** A format: gets the records of a trace in the order of cycles, on the writer's thread. */
interface TraceSink {
    /**
     * Takes a record.
     *
     * @param cycle its cycle; never earlier than that of the record before
     * @param head its head, see {@link TraceRecord}
     * @param a its third word
     * @param b its fourth word
     */
    void take(long cycle, long head, long a, long b);

    /** Writes what is left; no record follows. */
    default void finish() {}
}
