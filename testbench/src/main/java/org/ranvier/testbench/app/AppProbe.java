package org.ranvier.testbench.app;

import org.ranvier.testbench.yaml.YamlNode;

/**
 * Something to be watched.
 *
 * @param at where the file describes it
 * @param core the core
 * @param probe a probe point of its program, or null
 * @param region a region, read where the core arrives at the barrier; or null
 * @param perSample one record a sample instead of one a tick
 * @param out the CSV file in the output directory, or {@link #STANDARD_OUTPUT}
 */
record AppProbe(YamlNode at, String core, String probe, String region, boolean perSample, String out) {
    /** The file name that stands for the standard output. */
    static final String STANDARD_OUTPUT = "-";
}
