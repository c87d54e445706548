package org.ranvier.core.isa;

/**
 * Start states of a region of random lanes, numbered row by row: lane i begins at {@code XorShift32.seed(runSeed, stream, first + i)}.
 *
 * @param region the region's index
 * @param stream the stream's number
 * @param first index of the first lane in its stream
 */
public record RandomSeed(int region, int stream, int first) {}
