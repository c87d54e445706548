package org.ranvier.testbench.nir.file;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.config.OutputFile;
import org.ranvier.testbench.nir.graph.NirGraph;
import org.ranvier.testbench.nir.graph.NirNode;
import org.ranvier.testbench.nir.graph.Operation;
import org.ranvier.testbench.nir.graph.Tensor;

/** Writes NIR files, uncompressed; numbers are 64-bit floats, settings 64-bit integers. */
public final class NirWriter {
    /** The version of NIR whose fields are written. */
    public static final String VERSION = "1.0.0";

    private static final List<String> SCALARS = List.of("groups", "start_dim", "end_dim");

    private NirWriter() {}

    /**
     * Writes a graph; the file is there completely or not at all.
     *
     * @param file the file; its directory exists
     * @param graph the graph
     * @throws ConfigurationException when it cannot be written
     */
    public static void write(final Path file, final NirGraph graph) {
        OutputFile.write(file, bytes(graph));
    }

    /**
     * Makes a file in memory.
     *
     * @param graph the graph
     * @return the content of its file
     */
    public static byte[] bytes(final NirGraph graph) {
        try {
            // The library writes to files only.
            final Path temporary = Files.createTempFile("ranvier", ".nir");
            try {
                try (WritableHdfFile hdf = HdfFile.write(temporary)) {
                    hdf.putDataset("version", VERSION);
                    put(hdf.putGroup("node"), graph);
                }
                return Files.readAllBytes(temporary);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (final IOException e) {
            throw new ConfigurationException("NIR: no temporary file can be written: " + e.getMessage(), e);
        }
    }

    private static void put(final WritableGroup group, final NirNode node) {
        group.putDataset("type", node.type());
        if (node instanceof final NirGraph graph) {
            group.putDataset("edges", edges(graph.edges()));
            final WritableGroup nodes = group.putGroup("nodes");
            graph.nodes().forEach((name, member) -> put(nodes.putGroup(name), member));
        } else {
            final Operation operation = (Operation) node;
            operation.parameters().forEach((name, tensor) -> group.putDataset(name, array(tensor)));
            operation.settings().forEach((name, values) -> group.putDataset(name, integers(name, values)));
        }
    }

    private static String[][] edges(final List<NirGraph.Edge> edges) {
        return edges.stream().map(edge -> new String[] {edge.from(), edge.to()}).toArray(String[][]::new);
    }

    /** What NIR has for each dimension is an array even where there is one dimension. */
    private static Object integers(final String name, final int[] values) {
        final long[] longs = new long[values.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = values[i];
        }
        return SCALARS.contains(name) ? (Object) longs[0] : longs;
    }

    /** The library takes arrays of arrays. */
    private static Object array(final Tensor tensor) {
        if (tensor.shape().length == 0) {
            return tensor.data()[0];
        }
        final Object all = Array.newInstance(double.class, tensor.shape());
        fill(all, tensor.data(), 0);
        return all;
    }

    private static int fill(final Object array, final double[] data, final int start) {
        if (array instanceof final double[] row) {
            System.arraycopy(data, start, row, 0, row.length);
            return start + row.length;
        }
        int next = start;
        for (int i = 0; i < Array.getLength(array); i++) {
            next = fill(Array.get(array, i), data, next);
        }
        return next;
    }
}
