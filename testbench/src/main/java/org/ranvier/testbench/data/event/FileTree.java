package org.ranvier.testbench.data.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ranvier.core.error.ConfigurationException;
import org.ranvier.testbench.text.Printable;

/** The files of a folder and of the zip archives directly in it, of one archive, or a single file: names only, nothing is unpacked. */
final class FileTree implements AutoCloseable {
    /** Files that are listed; the largest published set, SSC's sources, has 105,829. */
    static final int MOST_FILES = 1 << 21;

    private static final int DEPTH = 8;
    private static final int ZIP_MAGIC = 0x504b;

    /**
     * A file.
     *
     * @param path to read it from
     * @param name relative to the root, with {@code /} between folders and {@code !/} after an archive
     */
    record Entry(Path path, String name) {
        /** @return its own name, without folders */
        String fileName() {
            return name.substring(name.lastIndexOf('/') + 1);
        }

        /** @return the names of the folders that it is in, outermost first, archives among them */
        List<String> folders() {
            final String[] parts = name.split("!?/");
            return List.of(parts).subList(0, parts.length - 1);
        }

        /** @return whether its name ends so, in any case */
        boolean hasSuffix(final String suffix) {
            return name.toLowerCase(Locale.ROOT).endsWith(suffix);
        }
    }

    private final Path root;
    private final List<Entry> entries = new ArrayList<>();
    private final List<FileSystem> archives = new ArrayList<>();

    private FileTree(final Path root) {
        this.root = root;
    }

    /**
     * Lists what there is.
     *
     * @param root a folder, a zip archive or another file
     * @return its files, sorted by name
     * @throws ConfigurationException naming the path, if it cannot be read
     */
    static FileTree of(final Path root) {
        final FileTree tree = new FileTree(root);
        try {
            tree.list();
        } catch (final IOException | UncheckedIOException e) {
            tree.close();
            throw new ConfigurationException(root + ": cannot be read (" + reason(e) + ")", e);
        } catch (final ConfigurationException e) {
            tree.close();
            throw e;
        }
        tree.entries.sort(Comparator.comparing(Entry::name));
        return tree;
    }

    private void list() throws IOException {
        if (!Files.exists(root)) {
            throw new ConfigurationException(root + ": does not exist");
        }
        if (Files.isDirectory(root)) {
            walk(root, "");
            for (final Entry entry : List.copyOf(entries)) {
                if (entry.hasSuffix(".zip") && entry.folders().isEmpty()) {
                    entries.remove(entry);
                    openArchive(entry.path(), entry.name() + "!/");
                }
            }
        } else if (isArchive(root)) {
            openArchive(root, root.getFileName() + "!/");
        } else {
            entries.add(new Entry(root, root.getFileName().toString()));
        }
    }

    private static boolean isArchive(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (in.read() << 8 | in.read()) == ZIP_MAGIC;
        }
    }

    private void openArchive(final Path file, final String prefix) {
        try {
            final FileSystem archive = FileSystems.newFileSystem(file, (ClassLoader) null);
            archives.add(archive);
            walk(archive.getPath("/"), prefix);
        } catch (final IOException | RuntimeException e) {
            // What the archive reader makes of damaged directories is not documented: several kinds of exceptions.
            throw new ConfigurationException(file + ": not a readable zip archive (" + reason(e) + ")", e);
        }
    }

    private void walk(final Path folder, final String prefix) throws IOException {
        try (Stream<Path> paths = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            paths.filter(Files::isRegularFile).forEach(path -> add(folder, path, prefix));
        }
    }

    private void add(final Path folder, final Path path, final String prefix) {
        if (entries.size() == MOST_FILES) {
            throw new ConfigurationException(root + ": holds more than " + MOST_FILES + " files");
        }
        final String name = folder.relativize(path).toString();
        final String separator = folder.getFileSystem().getSeparator();
        entries.add(new Entry(path, prefix + Printable.of(name.replace(separator, "/"))));
    }

    private static String reason(final Exception e) {
        final Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        return cause.getClass().getSimpleName()
                + (cause.getMessage() == null ? "" : ": " + Printable.of(cause.getMessage()));
    }

    /** @return what was listed */
    Path root() {
        return root;
    }

    /** @return all files, sorted by name */
    List<Entry> entries() {
        return entries;
    }

    /**
     * Picks files by the end of their names.
     *
     * @param suffixes in lower case, e.g. {@code .bin}
     * @return the files that have one of them, sorted by name
     */
    List<Entry> withSuffix(final String... suffixes) {
        return entries.stream()
                .filter(entry -> Stream.of(suffixes).anyMatch(entry::hasSuffix))
                .toList();
    }

    @Override
    public void close() {
        for (final FileSystem archive : archives) {
            try {
                archive.close();
            } catch (final IOException e) {
                throw new ConfigurationException(root + ": cannot be closed (" + reason(e) + ")", e);
            }
        }
    }
}
