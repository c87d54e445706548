package org.ranvier.testbench.data;

import java.util.Map;

/**
 * How recordings of event sensors became the samples of a data set.
 *
 * @param text one line about it, for people
 * @param settings keys and values for reports, which say all that is needed to make the same samples of the same files
 */
public record Recordings(String text, Map<String, Object> settings) {}
