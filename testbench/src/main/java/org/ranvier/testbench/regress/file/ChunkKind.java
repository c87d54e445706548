package org.ranvier.testbench.regress.file;

/** What a chunk holds; the ordinal is its code in the file. */
public enum ChunkKind {
    /** What was run and with what: JSON; the first chunk. */
    HEADER,
    /** What a chip is made of: JSON. */
    CHIP,
    /** A piece of a stream of events. */
    STREAM,
    /** Counters of a chip over a sample. */
    WINDOW,
    /** What the command said in the end: JSON; the last chunk. */
    RESULTS
}
