package org.ranvier.testbench.data.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ranvier.core.error.ConfigurationException;

/** Finds the file of each part, for sets that have one file a part. */
final class PartFiles {
    private PartFiles() {}

    /**
     * Finds them.
     *
     * @param tree all files
     * @param files those of the format
     * @param format the format's name
     * @return file by part, in the usual order; of one file compressed and not, the latter
     * @throws ConfigurationException if there is no file, or a part has several
     */
    static Map<String, FileTree.Entry> of(final FileTree tree, final List<FileTree.Entry> files, final String format) {
        final Map<String, FileTree.Entry> parts = new LinkedHashMap<>();
        for (final String part : Parts.NAMES) {
            for (final FileTree.Entry file : files) {
                if (Parts.of(file).equals(part)) {
                    put(tree, parts, part, file);
                }
            }
        }
        if (parts.isEmpty()) {
            throw new ConfigurationException(tree.root() + ": holds no files of format " + format);
        }
        return parts;
    }

    private static void put(
            final FileTree tree,
            final Map<String, FileTree.Entry> parts,
            final String part,
            final FileTree.Entry file) {
        // Sorted by name: the compressed file comes after the one that it was made of.
        final FileTree.Entry other = parts.putIfAbsent(part, file);
        if (other != null && !file.name().equals(other.name() + ".gz")) {
            throw new ConfigurationException(tree.root() + ": has several files for part " + part + ": " + other.name()
                    + " and " + file.name() + "; give the path of one");
        }
    }
}
