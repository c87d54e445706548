package org.ranvier.testbench.nir.file;

import java.nio.file.Path;
import java.util.Map;
import org.ranvier.testbench.nir.graph.Network;
import org.ranvier.testbench.nir.graph.NirGraph;

/**
 * The content of a NIR file.
 *
 * @param source the file's name, for messages
 * @param version the version of NIR that wrote it; empty when the file does not say
 * @param graph the outermost graph
 */
public record NirFile(String source, String version, NirGraph graph) {
    /**
     * Reads a file.
     *
     * @param file the file
     * @return its content
     * @throws org.ranvier.core.error.ConfigurationException in one line naming file and node, when it is damaged, a parameter is missing
     *     or parameters do not fit each other
     */
    public static NirFile read(final Path file) {
        return Hdf5File.read(file, (hdf, root) -> new NirReader(hdf).read(file.toString(), root));
    }

    /**
     * Reads a file that is in memory.
     *
     * @param source what messages call it
     * @param content the file
     * @return its content
     */
    public static NirFile read(final String source, final byte[] content) {
        return Hdf5File.read(source, content, (hdf, root) -> new NirReader(hdf).read(source, root));
    }

    /**
     * Flattens and checks the graph.
     *
     * @param aliases further paths that edges may use for nodes, and the paths they stand for
     * @return the network
     */
    public Network network(final Map<String, String> aliases) {
        return Network.of(source, graph, aliases);
    }
}
