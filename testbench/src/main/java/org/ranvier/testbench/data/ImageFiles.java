package org.ranvier.testbench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ranvier.core.error.ConfigurationException;

/**
 * Finds the pairs of IDX files in a folder: {@code STEM-images-idx3-ubyte} and {@code STEM-labels-idx1-ubyte}, compressed or not, with a dot
 * in place of the hyphen before {@code idx} or not.
 */
public final class ImageFiles {
    private static final Pattern IMAGES = Pattern.compile("(.+)-images([-.])idx3-ubyte(\\.gz)?");

    private final Path root;
    private final Map<String, Path> images = new TreeMap<>();

    /**
     * Looks for pairs.
     *
     * @param path a folder, or the file of images of a pair
     * @throws ConfigurationException if it cannot be read
     */
    public ImageFiles(final Path path) {
        this.root = path;
        if (!Files.isDirectory(path)) {
            add(path);
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            files.sorted().forEach(this::add);
        } catch (final IOException e) {
            throw new ConfigurationException(
                    path + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    private void add(final Path file) {
        final Matcher name = IMAGES.matcher(file.getFileName().toString());
        if (name.matches()) {
            images.putIfAbsent(name.group(1), file);
        }
    }

    /** @return the stems of all pairs, e.g. {@code t10k} and {@code train}; none if there are no such files */
    public List<String> stems() {
        return List.copyOf(images.keySet());
    }

    /**
     * Opens a pair.
     *
     * @param stem one of {@link #stems()}
     * @return its images
     * @throws ConfigurationException in one line, if there is no such pair or one of its files is damaged
     */
    public ImageStream open(final String stem) {
        final Path file = images.get(stem);
        if (file == null) {
            throw new ConfigurationException(root + ": has no " + stem + "-images-idx3-ubyte[.gz]");
        }
        final String labels =
                file.getFileName().toString().replace("-images", "-labels").replace("idx3", "idx1");
        final Path plain = file.resolveSibling(labels.replaceAll("\\.gz$", ""));
        final Path zipped = file.resolveSibling(plain.getFileName() + ".gz");
        return new ImageStream(file, Files.exists(plain) ? plain : zipped, stem);
    }
}
