package org.ranvier.testbench.regress;

import java.util.List;

/**
 * What a recording is of.
 *
 * @param version the program's version
 * @param command the words of the command line
 * @param detail whether events are kept, or hashes of them
 * @param stretch cycles of a hash
 */
public record RecordingHeader(String version, List<String> command, Detail detail, long stretch) {}
