package org.ranvier.testbench.app;

import java.util.Map;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * A core of an app.
 *
 * @param at where the file describes it
 * @param name what the file calls it
 * @param program its source
 * @param parameters values for the source's parameters
 * @param node its fabric node, or {@link #ANYWHERE}
 * @param array its synapse array, or null
 * @param rows lengths of the rows of lists, by their names
 * @param data initial contents of regions, by their names
 */
record AppCore(
        YamlNode at,
        String name,
        ProgramSource program,
        Map<String, Long> parameters,
        int node,
        AppArray array,
        Map<String, CellSource> rows,
        Map<String, CellSource> data) {
    /** The node of a core that takes the next free one along the snake. */
    static final int ANYWHERE = -1;
}
