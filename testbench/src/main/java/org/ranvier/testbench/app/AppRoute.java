package org.ranvier.testbench.app;

import java.util.List;
import org.ranvier.testbench.yaml.YamlNode;

/**
 * Where a core's packets of one kind go.
 *
 * @param at where the file describes it
 * @param from the sending core
 * @param kind the packet kind
 * @param to receivers: cores or {@link #HOST}
 * @param first smallest key that it covers
 * @param last largest key that it covers
 * @param offset added to the key on the way out
 */
record AppRoute(YamlNode at, String from, String kind, List<String> to, int first, int last, int offset) {
    /** The name of the host among the receivers. */
    static final String HOST = "host";
}
