package org.ranvier.testbench.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ranvier.core.error.ConfigurationException;

/**
 * Loads data sets by name, from a directory or from what is embedded.
 *
 * <p>Embedded is {@code mnist} with the first 10,000 training images and all 10,000 test images. Everything else needs the directory
 * that holds the files under their published names, compressed or not: {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte},
 * {@code t10k-...} for {@code mnist} and {@code fashion-mnist} ({@code train-images.idx3-ubyte} and so on are accepted too), and
 * {@code emnist-<split>-train-images-idx3-ubyte}, {@code ...-test-...} for {@code emnist-<split>}, whose training part may be missing.
 */
public final class DataSets {
    private static final String RESOURCES = "mnist/";
    private static final int IMAGE_DIMENSIONS = 3;
    private static final int LABEL_DIMENSIONS = 1;

    private DataSets() {}

    /**
     * Loads a data set completely.
     *
     * @param name {@code mnist}, {@code fashion-mnist} or {@code emnist-<split>}
     * @param directory where its files are, or null for the embedded set
     * @return the data set, images upright, labels from 0
     * @throws ConfigurationException in one line that names the file and what is wrong with it, or the option to be given
     */
    public static DataSet load(final String name, final Path directory) {
        final DataSetLayout layout = DataSetLayout.of(name);
        if (directory == null) {
            return embedded(layout);
        }
        if (!Files.isDirectory(directory)) {
            throw ConfigurationException.of("--data-dir", directory, "an existing directory");
        }
        final ImageSet test = part(layout, directory, layout.testStem(), "test");
        final ImageSet train = layout.trainOptional() && isAbsent(directory, layout.trainStem())
                ? new StoredImages(layout.name() + " train", test.rows(), test.columns(), new byte[0], new byte[0])
                : part(layout, directory, layout.trainStem(), "train");
        return dataSet(layout, train, test);
    }

    /**
     * Loads one pair of IDX files that belongs to no known set.
     *
     * @param images an IDX file of images, gzip-compressed or not
     * @param labels the IDX file of their labels, 0..255
     * @return the images
     * @throws ConfigurationException in one line that names the file and what is wrong with it
     */
    public static ImageSet load(final Path images, final Path labels) {
        final String name = images.getFileName().toString();
        final DataSetLayout layout = new DataSetLayout(name, "", "", DataSetLayout.MOST_CLASSES, 0, false, true);
        return ImageSetReader.join(
                name, IdxReader.read(images, IMAGE_DIMENSIONS), IdxReader.read(labels, LABEL_DIMENSIONS), layout);
    }

    private static DataSet embedded(final DataSetLayout layout) {
        if (!layout.name().equals("mnist")) {
            throw new ConfigurationException("data set " + layout.name()
                    + " is not embedded (only mnist is): give --data-dir, the directory that holds "
                    + imageStem(layout.testStem()) + "[.gz]");
        }
        return dataSet(
                layout,
                resourcePart(layout, layout.trainStem(), "train"),
                resourcePart(layout, layout.testStem(), "test"));
    }

    private static DataSet dataSet(final DataSetLayout layout, final ImageSet train, final ImageSet test) {
        if (train.rows() != test.rows() || train.columns() != test.columns()) {
            throw new ConfigurationException(layout.name() + ": training images are " + train.rows() + "x"
                    + train.columns() + ", test images are " + test.rows() + "x" + test.columns());
        }
        return new DataSet(layout.name(), train, test, layout.classes());
    }

    private static ImageSet part(
            final DataSetLayout layout, final Path directory, final String stem, final String part) {
        return ImageSetReader.join(
                layout.name() + " " + part,
                IdxReader.read(find(directory, imageStem(stem)), IMAGE_DIMENSIONS),
                IdxReader.read(find(directory, labelStem(stem)), LABEL_DIMENSIONS),
                layout);
    }

    private static ImageSet resourcePart(final DataSetLayout layout, final String stem, final String part) {
        return ImageSetReader.join(
                layout.name() + " " + part,
                resource(imageStem(stem), IMAGE_DIMENSIONS),
                resource(labelStem(stem), LABEL_DIMENSIONS),
                layout);
    }

    private static IdxFile resource(final String stem, final int dimensions) {
        final String resource = RESOURCES + stem + ".gz";
        try (InputStream in = DataSets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ConfigurationException(resource + ": missing from the program's own resources");
            }
            return IdxReader.read(resource, in, dimensions);
        } catch (final IOException e) {
            throw new ConfigurationException(resource + ": cannot be closed (" + e.getMessage() + ")", e);
        }
    }

    private static String imageStem(final String stem) {
        return stem + "-images-idx3-ubyte";
    }

    private static String labelStem(final String stem) {
        return stem + "-labels-idx1-ubyte";
    }

    private static boolean isAbsent(final Path directory, final String stem) {
        return candidates(directory, imageStem(stem)).stream().noneMatch(Files::exists)
                && candidates(directory, labelStem(stem)).stream().noneMatch(Files::exists);
    }

    private static Path find(final Path directory, final String fileName) {
        for (final Path candidate : candidates(directory, fileName)) {
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        throw new ConfigurationException(directory.resolve(fileName) + ": missing, with or without .gz");
    }

    /** The published name first; unpacking tools on some systems turn the last hyphen group into an extension. */
    private static List<Path> candidates(final Path directory, final String fileName) {
        final List<Path> paths = new ArrayList<>();
        for (final String name : List.of(fileName, fileName.replace("-idx", ".idx"))) {
            paths.add(directory.resolve(name));
            paths.add(directory.resolve(name + ".gz"));
        }
        return paths;
    }
}
