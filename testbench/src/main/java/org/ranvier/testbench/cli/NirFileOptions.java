package org.ranvier.testbench.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ranvier.testbench.nir.file.NirFile;
import org.ranvier.testbench.nir.graph.Network;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The network that commands of {@code nir} take. */
final class NirFileOptions {
    @Parameters(paramLabel = "FILE.nir", description = "The network.")
    private Path file;

    @Option(
            names = "--alias",
            paramLabel = "PATH=NODE",
            description =
                    "Edges that name PATH, which is not there, mean NODE. Names of nested graphs are joined with /.")
    private Map<String, String> aliases = new LinkedHashMap<>();

    /** @return the file's name without its ending */
    String name() {
        return file.getFileName().toString().replaceFirst("\\.nir$", "");
    }

    /** @return the file's content */
    NirFile read() {
        return NirFile.read(file);
    }

    /** @return the flat network of it */
    Network network(final NirFile content) {
        return content.network(aliases);
    }
}
